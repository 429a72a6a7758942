import { Outage } from '../../nodes/YandexVisionOcr/pacing/outage';
import { VirtualClock } from '../support/virtualClock';

function setUp() {
	const clock = new VirtualClock();
	return { clock, outage: new Outage(clock) };
}

test('ends what waits once nothing has succeeded for the limit', async () => {
	const { clock, outage } = setUp();
	const watch = outage.watch(120_000);
	await clock.advance(600_000);
	watch.failed();
	await clock.advance(119_999);
	watch.failed();
	expect(watch.scope.signal.aborted).toBe(false);
	await clock.advance(1);
	watch.failed();
	expect(watch.scope.signal.aborted).toBe(true);
});

test('a success of any execution starts the count anew for all', async () => {
	const { clock, outage } = setUp();
	const [first, second] = [outage.watch(120_000), outage.watch(120_000)];
	first.failed();
	await clock.advance(100_000);
	second.succeeded();
	await clock.advance(100_000);
	first.failed();
	expect(first.scope.signal.aborted).toBe(false);
});

test('each execution has its own limit, counted from the first failure it saw', async () => {
	const { clock, outage } = setUp();
	const early = outage.watch(120_000);
	const hasty = outage.watch(10_000);
	early.failed();
	await clock.advance(119_000);
	const late = outage.watch(120_000);
	late.failed();
	await clock.advance(1_000);
	late.failed();
	expect([early, hasty, late].map(({ scope }) => scope.signal.aborted)).toEqual([
		true,
		true,
		false,
	]);
});

test('an execution that has ended is not told any more', async () => {
	const { clock, outage } = setUp();
	const [ended, other] = [outage.watch(1_000), outage.watch(10_000)];
	other.failed();
	ended.dispose();
	await clock.advance(5_000);
	other.failed();
	expect(ended.scope.signal.aborted).toBe(false);
});
