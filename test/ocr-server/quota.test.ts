import fc from 'fast-check';

import { Quota } from '../../ocr-server/quota';

test('accepts as many as the quota in any second, to the millisecond', () => {
	const quota = new Quota(2);
	const accepted = [0, 999, 999, 1000, 1001, 1998, 1999].map((time) => quota.take('a', time));
	expect(accepted).toEqual([true, true, false, true, false, false, true]);
});

test('counts each account for itself', () => {
	const quota = new Quota(1);
	expect([quota.take('a', 0), quota.take('b', 0), quota.take('a', 1)]).toEqual([true, true, false]);
});

test('takes half a request per second as one in two seconds', () => {
	const quota = new Quota(0.5);
	expect([0, 1999, 2000].map((time) => quota.take('a', time))).toEqual([true, false, true]);
});

test('never accepts more than the quota in a window, whenever the requests come', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 5 }),
			fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 }),
			(perSecond, gaps) => {
				const quota = new Quota(perSecond);
				let time = 0;
				const accepted = gaps.flatMap((gap) => {
					time += gap;
					return quota.take('a', time) ? [time] : [];
				});
				return accepted.every(
					(start, index) => (accepted[index + perSecond] ?? Infinity) - start >= 1000,
				);
			},
		),
	);
});
