import fc from 'fast-check';

import { Limiter } from '../../nodes/YandexVisionOcr/pacing/limiter';
import { Poller, type PollAnswer } from '../../nodes/YandexVisionOcr/pacing/poller';
import { nextPollDelayMs } from '../../nodes/YandexVisionOcr/pacing/pollSchedule';
import { seededRandom } from '../support/seededRandom';
import { trials } from '../support/trials';
import { VirtualClock } from '../support/virtualClock';

interface Watched {
	readonly detectedAfterMs: number;
	readonly polls: number;
}

/** Submits a job of this length now and waits for its end through the poller. */
async function watch(
	{ clock, poller }: { readonly clock: VirtualClock; readonly poller: Poller },
	jobMs: number,
	ask: (answer: () => void) => Promise<void> = async (answer) => answer(),
): Promise<Watched> {
	const submittedAtMs = clock.now();
	let polls = 0;
	const poll = async (): Promise<PollAnswer<Watched>> => {
		let isDone = false;
		await ask(() => {
			polls += 1;
			isDone = clock.now() >= submittedAtMs + jobMs;
		});
		const detectedAfterMs = clock.now() - submittedAtMs - jobMs;
		return isDone ? { isDone, value: { detectedAfterMs, polls } } : { isDone };
	};
	const { signal } = new AbortController();
	return await poller.until(poll, { submittedAtMs, signal });
}

function setUp() {
	const clock = new VirtualClock();
	return { clock, poller: new Poller(clock) };
}

test.each([
	[0, 500],
	[2_500, 500],
	[10_000, 2_000],
	[75_000, 15_000],
	[3_600_000, 15_000],
])('an operation that is %d ms old is asked about again after %d ms', (elapsedMs, delayMs) => {
	expect(nextPollDelayMs(elapsedMs)).toBe(delayMs);
});

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test.each([2, 5, 10, 20, 60, 120, 300])(
	'the end of jobs of about %d s is noticed within an eighth of that or half a second',
	async (seconds) => {
		const random = seededRandom(seconds);
		const context = setUp();
		const jobs = Array.from({ length: 100 }, () => seconds * 1_000 * (0.9 + 0.2 * random()));
		const watched = Promise.all(jobs.map(async (jobMs) => await watch(context, jobMs)));
		const delays = (await context.clock.run(watched)).map(({ detectedAfterMs }) => detectedAfterMs);
		expect(mean(delays)).toBeLessThanOrEqual(Math.max(500, 0.12 * seconds * 1_000));
	},
);

test.each([
	{ jobMs: 800, mostPolls: 3 },
	{ jobMs: 60_000, mostPolls: 25 },
])('a job of $jobMs ms costs at most $mostPolls polls', async ({ jobMs, mostPolls }) => {
	const context = setUp();
	const { polls } = await context.clock.run(watch(context, jobMs));
	expect(polls).toBeLessThanOrEqual(mostPolls);
});

test('a thousand open operations queue for the poll quota and are all found', async () => {
	const { clock, poller } = setUp();
	const lane = new Limiter({ clock, random: () => 0.5 }).lane(50);
	const askedAtMs: number[] = [];
	const ask = async (answer: () => void) =>
		await lane.send(async () => {
			askedAtMs.push(clock.now());
			await clock.sleep(30);
			answer();
		});
	const jobs = Array.from(
		{ length: 1_000 },
		async () => await watch({ clock, poller }, 30_000, ask),
	);
	const watched = await clock.run(Promise.all(jobs));
	expect(Math.max(...watched.map(({ polls }) => polls))).toBeLessThanOrEqual(25);
	expect(askedAtMs.length / (clock.now() / 1_000)).toBeLessThanOrEqual(50);
	expect(clock.now()).toBeLessThan(30_000 + 1_000 * 20.2 * 1.2 + 1_000);
});

test('an operation that is stopped ends at once, is never asked about again and leaves no timer', async () => {
	const stopAt = fc.integer({ min: 0, max: 20_000 });
	await fc.assert(
		fc.asyncProperty(fc.array(stopAt, { minLength: 1, maxLength: 20 }), async (stops) => {
			const { clock, poller } = setUp();
			const work = stops.map(async (stopMs) => {
				const stopping = new AbortController();
				clock.after(stopMs, () => stopping.abort('stopped'));
				const poll = async (): Promise<PollAnswer<never>> => {
					expect(clock.now()).toBeLessThanOrEqual(stopMs);
					await clock.sleep(40);
					return { isDone: false };
				};
				const { signal } = stopping;
				await expect(poller.until(poll, { submittedAtMs: 0, signal })).rejects.toBe('stopped');
				expect(clock.now()).toBe(stopMs);
			});
			await clock.run(Promise.all(work));
			await clock.advance(100);
			expect(clock.pendingTimers).toBe(0);
		}),
		{ numRuns: trials(20, 60).length },
	);
});

test('a poll that fails ends its own operation and no other', async () => {
	const { clock, poller } = setUp();
	const { signal } = new AbortController();
	const failing = poller.until(async () => await Promise.reject(new Error('unknown operation')), {
		submittedAtMs: 0,
		signal,
	});
	const other = watch({ clock, poller }, 2_000);
	await expect(clock.run(failing)).rejects.toThrow('unknown operation');
	expect((await clock.run(other)).polls).toBe(4);
	expect(clock.pendingTimers).toBe(0);
});

test('an operation that was submitted long ago is asked about soon, not a fifth of its age later', async () => {
	const { clock, poller } = setUp();
	await clock.advance(3_600_000);
	const { signal } = new AbortController();
	const done = async () => await Promise.resolve({ isDone: true as const, value: 'done' });
	const startMs = clock.now();
	await clock.run(poller.until(done, { submittedAtMs: 0, signal }));
	expect(clock.now() - startMs).toBeLessThanOrEqual(500);
});
