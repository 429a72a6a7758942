import { getEventListeners } from 'node:events';

import { RetryBudget } from '../../nodes/YandexVisionOcr/pacing/budget';
import { startDeadline, unlimited } from '../../nodes/YandexVisionOcr/pacing/deadline';
import { Limiter } from '../../nodes/YandexVisionOcr/pacing/limiter';
import { Outage } from '../../nodes/YandexVisionOcr/pacing/outage';
import type { FailureKind, Outcome } from '../../nodes/YandexVisionOcr/pacing/outcome';
import { runWithRetry } from '../../nodes/YandexVisionOcr/pacing/retry';
import { VirtualClock } from '../support/virtualClock';

type Answer = Outcome<string, string>;

const done: Answer = { kind: 'done', value: 'words' };

function failure(kind: FailureKind, hintMs?: number): Answer {
	return { kind, reason: `${kind} happened`, hintMs };
}

interface Options {
	readonly retryWhenUnsure?: boolean;
	readonly limitMs?: number;
	readonly cancel?: AbortSignal;
	readonly answerAfterMs?: number;
	/** What the attempt answers when its deadline breaks it off; else it rejects. */
	readonly brokenOff?: Answer;
}

/** Plays these answers one after the other, the last one for ever. */
async function play(answers: readonly Answer[], options: Options = {}) {
	const {
		retryWhenUnsure = true,
		limitMs = 600_000,
		cancel,
		answerAfterMs = 0,
		brokenOff,
	} = options;
	const clock = new VirtualClock();
	const random = () => 0.5;
	const lane = new Limiter({ clock, random }).lane(10);
	const whole = unlimited(cancel);
	const deadline = startDeadline(clock, limitMs, whole);
	const outage = new Outage(clock).watch(120_000);
	const sentAtMs: number[] = [];
	const attempt = async (waitSignal: AbortSignal) =>
		await lane.send(async () => {
			sentAtMs.push(clock.now());
			const answered = clock.sleep(answerAfterMs, deadline.signal);
			if (brokenOff) await answered.catch(() => undefined);
			else await answered;
			if (brokenOff && deadline.signal.aborted) return brokenOff;
			return answers[sentAtMs.length - 1] ?? answers.at(-1) ?? done;
		}, waitSignal);
	const budget = new RetryBudget();
	const policy = { clock, random, deadline, lane, budget, outage, maxAttempts: 3, retryWhenUnsure };
	const running = runWithRetry(attempt, policy);
	return {
		clock,
		running,
		sentAtMs,
		deadline,
		whole,
		ending: async () => await clock.run(running),
	};
}

test('overQuota is repeated at the slower pace at first, then after a while that chance decides', async () => {
	const run = await play([failure('overQuota'), failure('overQuota'), done]);
	expect(await run.ending()).toMatchObject({ ok: true, value: 'words' });
	expect(run.sentAtMs[1]).toBeLessThanOrEqual(210);
	expect(run.sentAtMs[2]).toBeLessThanOrEqual(210 + 1_000);
});

test.each<FailureKind>(['unavailable', 'notSent', 'transient', 'unsure'])(
	'%s is repeated after a while that chance decides, within one second at first, then two',
	async (kind) => {
		const run = await play([failure(kind), failure(kind), done]);
		expect(await run.ending()).toMatchObject({ ok: true, value: 'words' });
		expect(run.sentAtMs[1]).toBe(500);
		expect(run.sentAtMs[2]).toBeLessThanOrEqual(500 + 2_000);
	},
);

test.each<FailureKind>(['overQuota', 'unavailable', 'notSent', 'transient', 'unsure'])(
	'%s with a hint is repeated when the hint says, not earlier',
	async (kind) => {
		const run = await play([failure(kind, 42_000), done]);
		await run.ending();
		expect(run.sentAtMs).toEqual([0, 42_000]);
	},
);

test('what may have been accepted is sent as often as the attempts allow', async () => {
	const run = await play([failure('unsure')]);
	expect(await run.ending()).toMatchObject({
		ok: false,
		why: 'attempts',
		reason: 'unsure happened',
		timesUnsure: 3,
	});
	expect(run.sentAtMs).toHaveLength(3);
});

test('what may have been accepted is not sent again if the user does not want that', async () => {
	const run = await play([failure('unavailable'), failure('unsure'), done], {
		retryWhenUnsure: false,
	});
	expect(await run.ending()).toMatchObject({ ok: false, why: 'permanent', timesUnsure: 1 });
	expect(run.sentAtMs).toHaveLength(2);
});

test('a read that is answered by something else is repeated as often as the attempts allow', async () => {
	const run = await play([failure('transient'), failure('unusable')], { retryWhenUnsure: false });
	expect(await run.ending()).toMatchObject({
		ok: false,
		why: 'attempts',
		reason: 'unusable happened',
		timesUnsure: 0,
		timesUnusable: 3,
	});
	expect(run.sentAtMs).toHaveLength(4);
});

test('what was refused does not count as an attempt', async () => {
	const waitedOut = [failure('unavailable'), failure('notSent'), failure('overQuota', 10)];
	const run = await play([failure('unsure'), ...waitedOut, ...waitedOut, failure('unsure'), done]);
	expect(await run.ending()).toEqual({
		ok: true,
		value: 'words',
		timesUnsure: 2,
		timesUnusable: 0,
		timesWaitedOut: 6,
	});
});

test('what would fail again is not repeated', async () => {
	const run = await play([failure('permanent')]);
	expect(await run.ending()).toMatchObject({ why: 'permanent', reason: 'permanent happened' });
	expect(run.sentAtMs).toHaveLength(1);
});

test('a hint beyond the time that is left fails at once', async () => {
	const run = await play([failure('unavailable', 600_001)]);
	expect(await run.ending()).toMatchObject({
		why: 'hint',
		reason: 'unavailable happened',
		hintMs: 600_001,
	});
	expect(run.clock.now()).toBe(0);
});

test('the deadline ends the wait for the next try and names the last failure', async () => {
	const run = await play([failure('overQuota', 100)], { limitMs: 5_000 });
	expect(await run.ending()).toMatchObject({ why: 'deadline', reason: 'overQuota happened' });
	expect(run.clock.now()).toBeLessThanOrEqual(5_000);
});

test('a request that the deadline breaks off ends as such, and says nothing about the service', async () => {
	const run = await play([done], { limitMs: 5_000, answerAfterMs: 60_000 });
	expect(await run.ending()).toMatchObject({ ok: false, why: 'deadline', reason: undefined });
	expect(run.clock.now()).toBe(5_000);
});

test.each([
	{ kind: 'unsure' as const, timesUnsure: 1 },
	{ kind: 'permanent' as const, timesUnsure: 0 },
])(
	'whatever a broken-off request answers ($kind), the time limit is the reason',
	async (expected) => {
		const run = await play([done], {
			limitMs: 5_000,
			answerAfterMs: 60_000,
			retryWhenUnsure: false,
			brokenOff: failure(expected.kind),
		});
		const { timesUnsure } = expected;
		expect(await run.ending()).toMatchObject({ ok: false, why: 'deadline', timesUnsure });
	},
);

test('after two minutes without a success the file is given up', async () => {
	const run = await play([failure('unavailable')]);
	expect(await run.ending()).toMatchObject({ why: 'outage', reason: 'unavailable happened' });
	expect(run.clock.now()).toBeGreaterThanOrEqual(120_000);
	expect(run.clock.now()).toBeLessThanOrEqual(140_000);
});

test('a service that only refuses is not dead: the file waits for its own deadline', async () => {
	const run = await play([failure('overQuota', 30_000)]);
	expect(await run.ending()).toMatchObject({ why: 'deadline' });
	expect(run.clock.now()).toBeGreaterThanOrEqual(570_000);
});

test('a mistake in the attempt itself is not hidden', async () => {
	const run = await play([done]);
	await run.ending();
	const clock = new VirtualClock();
	const policy = {
		clock,
		random: () => 0.5,
		deadline: unlimited(),
		lane: new Limiter({ clock, random: () => 0.5 }).lane(1),
		budget: new RetryBudget(),
		outage: new Outage(clock).watch(1_000),
		maxAttempts: 3,
		retryWhenUnsure: true,
	};
	const broken = runWithRetry(async () => await Promise.reject(new TypeError('a bug')), policy);
	await expect(broken).rejects.toThrow('a bug');
});

describe('a cancel', () => {
	const moments = [0, 1, 250, 499, 500, 501, 700, 1_499, 1_500, 2_000, 3_333];

	test.each(moments)(
		'after %d ms ends the file at once; nothing is sent any more',
		async (atMs) => {
			const stopping = new AbortController();
			const run = await play([failure('unavailable')], {
				cancel: stopping.signal,
				answerAfterMs: 200,
			});
			run.clock.after(atMs, () => stopping.abort('stopped by hand'));
			expect(await run.ending()).toMatchObject({ ok: false, why: 'cancelled' });
			expect(run.clock.now()).toBe(atMs);
			const sent = run.sentAtMs.length;
			run.deadline.dispose();
			run.whole.dispose();
			await run.clock.advance(60_000);
			expect([run.sentAtMs.length, run.clock.pendingTimers]).toEqual([sent, 0]);
			expect(getEventListeners(stopping.signal, 'abort')).toHaveLength(0);
		},
	);
});
