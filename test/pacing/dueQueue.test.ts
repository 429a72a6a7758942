import fc from 'fast-check';

import { DueQueue } from '../../nodes/YandexVisionOcr/pacing/dueQueue';

test('gives what a plain list would give, sorted by time and then by arrival', () => {
	const step = fc.oneof(
		fc.record({ add: fc.integer({ min: 0, max: 50 }) }),
		fc.record({ remove: fc.nat(30) }),
		fc.record({ takeUntil: fc.integer({ min: 0, max: 50 }) }),
	);
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			const queue = new DueQueue<number>();
			let naive: { readonly atMs: number; readonly entry: number }[] = [];
			for (const [entry, next] of steps.entries()) {
				if ('add' in next) {
					queue.add(entry, next.add);
					naive = [...naive, { atMs: next.add, entry }].sort((a, b) => a.atMs - b.atMs);
				} else if ('remove' in next) {
					queue.remove(next.remove);
					naive = naive.filter((due) => due.entry !== next.remove);
				} else {
					const due = naive.filter(({ atMs }) => atMs <= next.takeUntil);
					expect(queue.takeDue(next.takeUntil)).toEqual(due.map(({ entry: taken }) => taken));
					naive = naive.filter(({ atMs }) => atMs > next.takeUntil);
				}
				expect(queue.earliestMs).toBe(naive[0]?.atMs);
			}
		}),
		{ numRuns: 500 },
	);
});
