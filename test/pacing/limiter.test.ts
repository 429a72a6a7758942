import fc from 'fast-check';

import { Limiter } from '../../nodes/YandexVisionOcr/pacing/limiter';
import type { Clock } from '../../nodes/YandexVisionOcr/pacing/clock';
import { worstWindow } from '../support/requestWindows';
import { seededRandom } from '../support/seededRandom';
import { VirtualClock } from '../support/virtualClock';

function setUp(options: { readonly holdBackMs?: () => number } = {}) {
	const clock = new VirtualClock();
	const limiter = new Limiter({ clock, random: () => 0.5, ...options });
	const sentAtMs: number[] = [];
	const names: string[] = [];
	const send = (name: string) => async () => {
		names.push(name);
		sentAtMs.push(clock.now());
	};
	return { clock, limiter, sentAtMs, names, send };
}

async function ignoringAborts(work: Promise<unknown>): Promise<void> {
	await work.catch(() => undefined);
}

describe('the rate', () => {
	const quotas = [
		{ perSecond: 1, requests: 15, utilisation: 0.97 },
		{ perSecond: 10, requests: 150, utilisation: 0.97 },
		{ perSecond: 50, requests: 500, utilisation: 0.95 },
	];

	function expectUsed(
		{ perSecond, requests, utilisation }: (typeof quotas)[number],
		sentAtMs: readonly number[],
		endedAtMs: number,
	): void {
		expect(worstWindow(sentAtMs)).toBeLessThanOrEqual(perSecond);
		const boundMs = ((requests - 1) / perSecond) * 1_000;
		expect(boundMs / endedAtMs).toBeGreaterThanOrEqual(utilisation);
	}

	test.each(quotas)('$perSecond/s is used but never exceeded', async (quota) => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(quota.perSecond);
		const all = Array.from({ length: quota.requests }, async () => await lane.send(send('file')));
		await clock.run(Promise.all(all));
		expectUsed(quota, sentAtMs, clock.now());
	});

	test('holds at the service too, when the network delays requests by up to 0.9 % of the gap', async () => {
		const { clock, limiter } = setUp();
		const lane = limiter.lane(10);
		const arrivedAtMs: number[] = [];
		const all = Array.from({ length: 100 }, async (_, index) => {
			await lane.send(async () => {
				await clock.sleep(index % 10 === 0 ? 9 : 0);
				arrivedAtMs.push(clock.now());
			});
		});
		await clock.run(Promise.all(all));
		expect(worstWindow(arrivedAtMs)).toBeLessThanOrEqual(10);
	});

	test('is never exceeded, whoever comes, leaves or is refused, and whenever', async () => {
		const arrival = fc.record({
			atMs: fc.integer({ min: 0, max: 4_000 }),
			lane: fc.integer({ min: 0, max: 3 }),
			leavesAfterMs: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
			isRefused: fc.boolean(),
		});
		const arrivals = fc.array(arrival, { maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(arrivals, fc.constantFrom(1, 3, 10, 50), async (all, perSecond) => {
				const { clock, limiter, sentAtMs, send } = setUp();
				const lanes = [0, 1, 2, 3].map(() => limiter.lane(perSecond));
				const work = all.map(async ({ atMs, lane, leavesAfterMs, isRefused }) => {
					const leaving = new AbortController();
					await clock.sleep(atMs);
					if (leavesAfterMs !== undefined) clock.after(leavesAfterMs, () => leaving.abort());
					await lanes[lane]?.send(send('file'), leaving.signal);
					if (isRefused) lanes[lane]?.refused();
				});
				await clock.run(Promise.all(work.map(ignoringAborts)));
				expect(worstWindow(sentAtMs)).toBeLessThanOrEqual(perSecond);
				await clock.advance(10_000);
				expect(clock.pendingTimers).toBe(0);
			}),
			{ numRuns: 300 },
		);
	});

	test('counts from the actual start of a request, however late its timer woke', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(10);
		const slowStart = async () => {
			clock.block(300);
			await send('slow')();
		};
		await clock.run(Promise.all([lane.send(slowStart), lane.send(send('next'))]));
		expect(sentAtMs).toEqual([300, 401]);
	});

	test.each(quotas)('$perSecond/s is used though each timer is late', async (quota) => {
		const time = new VirtualClock();
		const random = seededRandom(1);
		const clock: Clock = {
			now: () => time.now(),
			sleep: async (ms, signal) => await time.sleep(ms > 0 ? ms + 8 * random() : 0, signal),
		};
		const lane = new Limiter({ clock, random }).lane(quota.perSecond);
		const sentAtMs: number[] = [];
		const all = Array.from({ length: quota.requests }, async () => {
			await lane.send(async () => void sentAtMs.push(time.now()));
		});
		await time.run(Promise.all(all));
		expectUsed(quota, sentAtMs, time.now());
	});

	test('counts from when a busy process got around to it', async () => {
		const { clock, limiter } = setUp();
		const lane = limiter.lane(10);
		const arrivedAtMs: number[] = [];
		const arrive = async () => {
			await clock.sleep(0);
			await clock.sleep(0);
			arrivedAtMs.push(clock.now());
		};
		const first = lane.send(async () => {
			clock.after(0, () => clock.block(80));
			await arrive();
		});
		const others = Array.from({ length: 30 }, async () => await lane.send(arrive));
		await clock.run(Promise.all([first, ...others]));
		expect(arrivedAtMs[0]).toBeGreaterThanOrEqual(80);
		expect(worstWindow(arrivedAtMs)).toBeLessThanOrEqual(10);
	});

	test('makes up for a late timer, but not for a time in which nobody waited', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(10);
		await clock.run(lane.send(send('a')));
		await clock.advance(5_000);
		await clock.run(Promise.all(['b', 'c', 'd'].map(async (name) => await lane.send(send(name)))));
		expect(sentAtMs).toEqual([0, 5_000, 5_101, 5_202]);
	});

	test('is the strictest of the executions that wait', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const [quick, careful] = [limiter.lane(10), limiter.lane(2)];
		await clock.run(
			Promise.all([quick.send(send('a')), careful.send(send('b')), quick.send(send('c'))]),
		);
		expect(sentAtMs.map(Math.round)).toEqual([0, 505, 1_015]);
	});

	test('is not held by an execution that no longer waits', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const leaving = new AbortController();
		const careful = limiter.lane(1);
		await clock.run(limiter.lane(10).send(send('a')));
		const left = ignoringAborts(careful.send(send('b'), leaving.signal));
		const next = limiter.lane(10).send(send('c'));
		clock.after(200, () => leaving.abort());
		await clock.run(Promise.all([left, next]));
		expect(sentAtMs).toEqual([0, 200]);
	});

	test('waits for what holds it back, and goes on as soon as it does not', async () => {
		let holdBackMs = 5_000;
		const { clock, limiter, sentAtMs, send } = setUp({ holdBackMs: () => holdBackMs });
		const lane = limiter.lane(10);
		const all = Promise.all([1, 2, 3, 4].map(async () => await lane.send(send('file'))));
		clock.after(7_000, () => {
			holdBackMs = 0;
			limiter.wake();
		});
		await clock.run(all);
		expect(sentAtMs).toEqual([0, 5_000, 7_000, 7_101]);
	});
});

describe('the order', () => {
	test('is first in, first out', async () => {
		const { clock, limiter, names, send } = setUp();
		const lane = limiter.lane(10);
		const order = Array.from({ length: 30 }, (_, index) => `file ${index}`);
		await clock.run(Promise.all(order.map(async (name) => await lane.send(send(name)))));
		expect(names).toEqual(order);
	});

	test('takes turns among executions: the one file of the second does not wait for all of the first', async () => {
		const { clock, limiter, names, send } = setUp();
		const [first, second, third] = [limiter.lane(10), limiter.lane(10), limiter.lane(10)];
		const work = [
			...['a1', 'a2', 'a3', 'a4'].map(async (name) => await first.send(send(name))),
			...['b1'].map(async (name) => await second.send(send(name))),
			...['c1', 'c2'].map(async (name) => await third.send(send(name))),
		];
		await clock.run(Promise.all(work));
		expect(names).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'c2', 'a4']);
	});

	test('takes no turn more for files that an execution has announced', async () => {
		const { clock, limiter, names, send } = setUp();
		const [first, second] = [limiter.lane(10), limiter.lane(10)];
		const work = [
			...['a1', 'a2', 'a3'].map(async (name) => await first.announce().lane.send(send(name))),
			second.send(send('b1')),
		];
		await clock.run(Promise.all(work));
		expect(names).toEqual(['a1', 'a2', 'b1', 'a3']);
	});

	test('lets twenty executions wait no longer than their place says', async () => {
		const { clock, limiter } = setUp();
		const waits = Array.from({ length: 20 }, async (_, position) => {
			await limiter.lane(10).send(async () => undefined);
			expect(clock.now()).toBeLessThanOrEqual((1.05 * position * 1_000) / 10 + 100);
		});
		await clock.run(Promise.all(waits));
	});
});

describe('a waiter that is cancelled', () => {
	test('rejects at once with the reason, never sends and frees its place', async () => {
		const { clock, limiter, names, sentAtMs, send } = setUp();
		const lane = limiter.lane(1);
		const leaving = new AbortController();
		const [a, b, c] = [send('a'), send('b'), send('c')];
		const work = [lane.send(a), lane.send(b, leaving.signal), lane.send(c)];
		clock.after(10, () => leaving.abort(new Error('stopped')));
		await expect(clock.run(work[1] ?? Promise.resolve())).rejects.toThrow('stopped');
		expect(clock.now()).toBe(10);
		await clock.run(Promise.all([work[0], work[2]]));
		expect(names).toEqual(['a', 'c']);
		expect(sentAtMs).toEqual([0, 1_010]);
	});

	test('leaves no timer behind when it was the last', async () => {
		const { clock, limiter, send } = setUp();
		const lane = limiter.lane(1);
		const leaving = new AbortController();
		await clock.run(lane.send(send('a')));
		const last = ignoringAborts(lane.send(send('b'), leaving.signal));
		leaving.abort();
		await clock.run(last);
		await clock.advance(1);
		expect(clock.pendingTimers).toBe(0);
	});

	test('does not join at all when it is cancelled before', async () => {
		const { limiter, names, send } = setUp();
		await expect(limiter.lane(1).send(send('a'), AbortSignal.abort('over'))).rejects.toBe('over');
		expect(names).toEqual([]);
	});

	test('gives its turn back when the end comes in the same moment', async () => {
		const { clock, limiter, names, sentAtMs, send } = setUp();
		const lane = limiter.lane(1);
		const leaving = new AbortController();
		const work = [lane.send(send('a'), leaving.signal), lane.send(send('b'))];
		leaving.abort();
		await clock.run(Promise.all(work.map(ignoringAborts)));
		expect([names, sentAtMs]).toEqual([['b'], [0]]);
	});
});

describe('what has to go once more', () => {
	test('goes before all that wait in any lane, in the order it came, at the pace', async () => {
		const { clock, limiter, names, sentAtMs, send } = setUp();
		const [first, second] = [limiter.lane(10), limiter.lane(10)];
		await clock.run(
			Promise.all([
				first.send(async () => {
					await send('a')();
					await Promise.all([second.sendAgain(send('b again')), first.sendAgain(send('a again'))]);
				}),
				...['c', 'd'].map(async (name) => await first.send(send(name))),
				second.send(send('e')),
			]),
		);
		expect(names).toEqual(['a', 'b again', 'a again', 'c', 'e', 'd']);
		expect(sentAtMs).toEqual([0, 101, 202, 303, 404, 505]);
	});

	test('counts in the estimate of those behind it, and leaves no place when it is cancelled', async () => {
		const { clock, limiter, names, send } = setUp();
		const lane = limiter.lane(1);
		await clock.run(lane.send(send('a')));
		const before = lane.estimateWaitMs();
		const leaving = new AbortController();
		const again = ignoringAborts(lane.sendAgain(send('again'), leaving.signal));
		expect(lane.estimateWaitMs()).toBeCloseTo(before + 1_010, -2);
		leaving.abort();
		await clock.run(again);
		expect(lane.estimateWaitMs()).toBe(before);
		await clock.run(lane.send(send('b')));
		expect(names).toEqual(['a', 'b']);
	});
});

test('every race of arrivals and departures ends, in order and without a lost place', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			fc.array(fc.boolean(), { minLength: 2, maxLength: 20 }),
			async (scheduler, leaves) => {
				const { clock, limiter, names, send } = setUp();
				const lane = limiter.lane(10);
				const settled = leaves.map(async (isLeaving, index) => {
					const leaving = new AbortController();
					await scheduler.schedule(Promise.resolve(), `join ${index}`);
					const sent = lane.send(send(String(index)), leaving.signal);
					if (isLeaving) {
						await Promise.race([scheduler.schedule(Promise.resolve(), 'leave'), sent]);
						leaving.abort();
					}
					await ignoringAborts(sent);
				});
				const all = Promise.all(settled);
				await scheduler.waitAll();
				await clock.run(all);
				const staying = leaves.flatMap((isLeaving, index) => (isLeaving ? [] : [String(index)]));
				expect(names).toEqual(expect.arrayContaining(staying));
				await clock.advance(1);
				expect(clock.pendingTimers).toBe(0);
			},
		),
		{ numRuns: 200 },
	);
});

describe('the estimate', () => {
	test('is what a request then waits if nobody else joins', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }),
				fc.integer({ min: 0, max: 500 }),
				async (queued, laterMs) => {
					const { clock, limiter, send } = setUp();
					const lanes = [0, 1, 2, 3].map(() => limiter.lane(10));
					const work = queued.map(async (lane) => await lanes[lane]?.send(send('other')));
					await clock.advance(laterMs);
					const lane = limiter.lane(10);
					const startMs = clock.now();
					const estimateMs = lane.estimateWaitMs();
					await clock.run(lane.send(send('mine')));
					expect(clock.now() - startMs).toBeCloseTo(estimateMs, 6);
					await clock.run(Promise.all(work));
				},
			),
			{ numRuns: 100 },
		);
	});

	test('grows with the own requests that wait already', () => {
		const { limiter, send } = setUp();
		const lane = limiter.lane(1);
		expect(lane.estimateWaitMs()).toBe(0);
		for (let count = 0; count < 4; count += 1) void lane.send(send('file'));
		expect(lane.estimateWaitMs()).toBeCloseTo(4 * 1_010, 6);
	});

	test('grows by the gap that refusals left', async () => {
		const { clock, limiter, send } = setUp();
		const lanes = Array.from({ length: 5 }, () => limiter.lane(10));
		await clock.run(Promise.all(lanes.map(async (lane) => await lane.send(send('file')))));
		for (const lane of lanes.slice(3)) lane.refused();
		const waitMs = limiter.lane(10).estimateWaitMs();
		limiter.lane(10).announce();
		expect(limiter.lane(10).estimateWaitMs() - waitMs).toBeCloseTo(1_020 / 3, 6);
	});
});

describe('a refusal', () => {
	test('moves the whole queue to the hint', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const [a, b] = [limiter.lane(10), limiter.lane(10)];
		await clock.run(a.send(send('a')));
		a.refused(7_000);
		await clock.run(b.send(send('b')));
		expect(sentAtMs).toEqual([0, 7_000]);
	});

	test('without a hint slows it; more in a row move it, by half a request at the slowest', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(2);
		const waitedMs: number[] = [];
		for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
			await clock.run(lane.send(send(name)));
			waitedMs.push(clock.now() - (sentAtMs.at(-2) ?? 0));
			lane.refused();
		}
		expect(waitedMs.map(Math.round)).toEqual([0, 505, 510, 1_000, 2_000, 2_500, 2_500]);
	});

	test('at a slow rate slows the queue no more if it comes ten times at once', async () => {
		const gaps = [1, 10].map(async (times) => {
			const { clock, limiter, sentAtMs, send } = setUp();
			const lane = limiter.lane(1);
			await clock.run(lane.send(send('a')));
			for (let count = 0; count < times; count += 1) lane.refused();
			await clock.run(Promise.all([lane.send(send('b')), lane.send(send('c'))]));
			return sentAtMs;
		});
		const [once, tenTimes] = await Promise.all(gaps);
		expect(tenTimes).toEqual(once);
		expect((once?.[2] ?? 0) - (once?.[1] ?? 0)).toBeCloseTo(2_020, -1);
	});

	test('is that of the lane’s own request, though others went out after it', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const shared = limiter.lane(10);
		const lanes = [shared.own(), shared.announce().lane, shared.own(), shared.own()];
		for (const lane of lanes) await clock.run(lane.send(send('file')));
		lanes[1]?.refused();
		await clock.run(Promise.all([1, 2, 3].map(async () => await shared.send(send('file')))));
		// A window after the first, the third and the fourth: the second left no room.
		expect(sentAtMs.slice(4).map(Math.round)).toEqual([1_020, 1_222, 1_323]);
	});

	test('of a service that takes nothing is followed by ever fewer requests', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(10);
		while (clock.now() < 600_000) {
			await clock.run(lane.send(send('file')));
			lane.refused();
		}
		const within = (fromMs: number) =>
			sentAtMs.filter((atMs) => atMs >= fromMs && atMs < fromMs + 60_000).length;
		expect([within(0), within(540_000)]).toEqual([16, 6]);
	});

	test('with a hint of 0, or of a moment that has passed, is one without', async () => {
		const waits = [undefined, 0].map(async (hintMs) => {
			const { clock, limiter, sentAtMs, send } = setUp();
			const lane = limiter.lane(10);
			for (const name of ['a', 'b', 'c', 'd']) {
				await clock.run(lane.send(send(name)));
				lane.refused(hintMs);
			}
			return sentAtMs;
		});
		const [without, zero] = await Promise.all(waits);
		expect(zero).toEqual(without);
	});

	test('of which nothing was sent is none', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(10);
		lane.refused(9_000);
		await clock.run(lane.send(send('a')));
		expect(sentAtMs).toEqual([0]);
	});

	test('with an absurd hint holds the queue for a quarter of an hour at most', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(10);
		await clock.run(lane.send(send('a')));
		lane.refused(1e15);
		await clock.run(lane.send(send('b')));
		expect(sentAtMs).toEqual([0, 15 * 60_000]);
	});

	test('never shortens a wait that was asked for before', async () => {
		const { clock, limiter, sentAtMs, send } = setUp();
		const lane = limiter.lane(10);
		limiter.pushBack(9_000);
		limiter.pushBack(2_000);
		await clock.run(lane.send(send('a')));
		expect(sentAtMs).toEqual([9_000]);
	});
});

test('a start that throws rejects its own request and no other', async () => {
	const { clock, limiter, names, send } = setUp();
	const lane = limiter.lane(10);
	const broken = lane.send(() => {
		throw new Error('broken');
	});
	const next = lane.send(send('next'));
	await expect(clock.run(broken)).rejects.toThrow('broken');
	await clock.run(next);
	expect(names).toEqual(['next']);
});
