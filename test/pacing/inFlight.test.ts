import fc from 'fast-check';

import { BytesInFlight, type MemoryLane } from '../../nodes/YandexVisionOcr/pacing/inFlight';
import { VirtualClock } from '../support/virtualClock';

test('never holds more than its bound, serves in order, and everybody comes through or leaves', async () => {
	const file = fc.record({
		bytes: fc.integer({ min: 0, max: 150 }),
		shrinksTo: fc.integer({ min: 0, max: 150 }),
		sendsForMs: fc.integer({ min: 0, max: 50 }),
		leavesAfterMs: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(file, { maxLength: 30 }), async (files) => {
			const clock = new VirtualClock();
			const bound = new BytesInFlight(100).lane();
			const order: number[] = [];
			let heldBytes = 0;
			const work = files.map(async ({ bytes, shrinksTo, sendsForMs, leavesAfterMs }, index) => {
				const leaving = new AbortController();
				if (leavesAfterMs !== undefined) clock.after(leavesAfterMs, () => leaving.abort());
				const held = await bound.hold(bytes, leaving.signal);
				order.push(index);
				let share = Math.min(bytes, 100);
				heldBytes += share;
				expect(heldBytes).toBeLessThanOrEqual(100);
				await clock.sleep(sendsForMs);
				heldBytes -= share - Math.min(share, shrinksTo);
				share = Math.min(share, shrinksTo);
				held.shrinkTo(shrinksTo);
				await clock.sleep(sendsForMs);
				heldBytes -= share;
				held.release();
				held.release();
			});
			await clock.run(Promise.all(work.map(async (one) => await one.catch(onlyAborts))));
			expect(order).toEqual([...order].sort((a, b) => a - b));
			const whole = await bound.hold(100);
			whole.release();
		}),
		{ numRuns: 300 },
	);
});

function onlyAborts(error: unknown): void {
	expect(error).toHaveProperty('name', 'AbortError');
}

test('a file larger than the bound goes alone instead of waiting for ever', async () => {
	const bound = new BytesInFlight(100).lane();
	const large = await bound.hold(1_000);
	const small = bound.hold(1);
	large.release();
	await expect(small).resolves.toBeDefined();
});

test('one that leaves the head of the queue lets those behind it in', async () => {
	const bound = new BytesInFlight(100).lane();
	const leaving = new AbortController();
	await bound.hold(60);
	const large = bound.hold(90, leaving.signal);
	const small = bound.hold(30);
	leaving.abort('left');
	await expect(large).rejects.toBe('left');
	await expect(small).resolves.toBeDefined();
});

test('executions take turns: one with many files lets another with a single one through', async () => {
	const bound = new BytesInFlight(100);
	const [many, one] = [bound.lane(), bound.lane()];
	const order: string[] = [];
	const take = async (lane: MemoryLane, name: string) => {
		const held = await lane.hold(60);
		order.push(name);
		held.release();
	};
	await Promise.all([
		...Array.from({ length: 100 }, async (_, index) => await take(many, `many ${index}`)),
		take(one, 'one'),
	]);

	expect(order).toHaveLength(101);
	expect(order.indexOf('one')).toBeLessThanOrEqual(3);
});
