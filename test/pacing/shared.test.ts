import { PacingRegistry } from '../../nodes/YandexVisionOcr/pacing/shared';
import { VirtualClock } from '../support/virtualClock';

function setUp() {
	const clock = new VirtualClock();
	return { clock, registry: new PacingRegistry(), chance: { clock, random: () => 0.5 } };
}

test('executions of one account share queues, budget and outage; those of another do not', () => {
	const { registry, chance } = setUp();
	const [one, same, other] = ['a', 'a', 'b'].map((key) => registry.lease(key, chance).pacing);
	expect(same).toBe(one);
	expect(other).not.toBe(one);
	const queues = [one?.sync, one?.submit, one?.state, one?.result, other?.sync];
	expect(new Set(queues).size).toBe(5);
});

test('what two accounts send does not wait for each other, and neither do their queues', async () => {
	const { clock, registry, chance } = setUp();
	const [a, b] = [registry.lease('a', chance).pacing, registry.lease('b', chance).pacing];
	const queues = [a.sync, a.submit, b.sync];
	await clock.run(
		Promise.all(queues.map(async (queue) => await queue.lane(1).send(async () => undefined))),
	);
	expect(clock.now()).toBe(0);
});

test('keeps what is in use, however long, and drops the rest ten minutes after its last use', async () => {
	const { clock, registry, chance } = setUp();
	const inUse = registry.lease('in use', chance);
	for (let index = 0; index < 1_000; index += 1)
		registry.lease(`account ${index}`, chance).release();
	await clock.advance(599_999);
	const again = registry.lease('account 0', chance);
	expect(registry.size).toBe(1_001);
	await clock.advance(1);
	expect(registry.lease('in use', chance).pacing).toBe(inUse.pacing);
	expect(registry.size).toBe(2);
	again.release();
});

test('an empty budget leaves one probe every five seconds to each queue, until one succeeds', async () => {
	const { clock, registry, chance } = setUp();
	const { pacing } = registry.lease('a', chance);
	const lane = pacing.submit.lane(10);
	while (pacing.budget.holdBackMs() === 0) pacing.budget.spend(14);
	const sentAtMs: number[] = [];
	const all = Array.from(
		{ length: 4 },
		async () => await lane.send(async () => void sentAtMs.push(clock.now())),
	);
	clock.after(6_000, () => pacing.budget.succeeded(0));
	await clock.run(Promise.all(all));
	expect(sentAtMs).toEqual([0, 5_000, 6_000, 6_101]);
});
