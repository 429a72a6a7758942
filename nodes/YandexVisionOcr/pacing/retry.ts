import { backoffMs } from './backoff';
import type { RetryBudget } from './budget';
import type { Clock } from './clock';
import { abortedBy, type Deadline } from './deadline';
import type { Lane } from './limiter';
import type { OutageWatch } from './outage';
import { treatments, type Failure, type Outcome } from './outcome';
import { Scope } from './scope';

export interface RetryPolicy {
	readonly clock: Clock;
	/** 0 ≤ x < 1. */
	readonly random: () => number;
	/** The file's time limit and the execution's end. */
	readonly deadline: Deadline;
	/** The queue the attempts go through. */
	readonly lane: Lane;
	readonly budget: RetryBudget;
	readonly outage: OutageWatch;
	/** How often a request may be sent that may have been accepted, or answered so badly; at least 1. */
	readonly maxAttempts: number;
	/** Off: a request that may have been accepted is never sent again. */
	readonly retryWhenUnsure: boolean;
}

/**
 * Sends the request once, through the lane, waiting for its turn with `waitSignal`: that one ends
 * also when the service is given up. A request under way obeys the deadline's signal alone, so that
 * an answer which is already paid for is not thrown away.
 */
export type Attempt<Value, Reason> = (waitSignal: AbortSignal) => Promise<Outcome<Value, Reason>>;

export type Ending<Value, Reason> = Tally &
	(
		| { readonly ok: true; readonly value: Value }
		| {
				readonly ok: false;
				readonly why: 'permanent' | 'attempts' | 'deadline' | 'hint' | 'outage' | 'cancelled';
				/** The last failure; undefined if the end came before the first answer. */
				readonly reason: Reason | undefined;
				/** How long the service asked to wait; the end where that is beyond the time limit. */
				readonly hintMs?: number | undefined;
		  }
	);

export interface Tally {
	/** How many requests were sent that may have been accepted, although none said so. */
	readonly timesUnsure: number;
	/** How many reads were answered, but not as the service answers. */
	readonly timesUnusable: number;
	/** How many requests were answered so that they were sent again later at no risk. */
	readonly timesWaitedOut: number;
}

/**
 * Repeats an attempt until it succeeds, or until its deadline, its attempts or the service end it.
 * What the service did not take is waited out and not counted (docs/decisions/0011-waited-out.md).
 */
export async function runWithRetry<Value, Reason>(
	attempt: Attempt<Value, Reason>,
	policy: RetryPolicy,
): Promise<Ending<Value, Reason>> {
	const waiting = new Scope(policy.deadline.scope, policy.outage.scope);
	try {
		return await repeat(attempt, policy, waiting.signal);
	} finally {
		waiting.release();
	}
}

async function repeat<Value, Reason>(
	attempt: Attempt<Value, Reason>,
	policy: RetryPolicy,
	waitSignal: AbortSignal,
): Promise<Ending<Value, Reason>> {
	let tally: Tally = { timesUnsure: 0, timesUnusable: 0, timesWaitedOut: 0 };
	let failure: Failure<Reason> | undefined;
	let lastCost = 0;
	while (!waitSignal.aborted) {
		const outcome = await unlessInterrupted(attempt(waitSignal), waitSignal);
		if (!outcome) break;
		if (outcome.kind === 'done') {
			reportLife(policy, lastCost);
			return { ok: true, value: outcome.value, ...tally };
		}
		tally = counted(outcome, tally);
		// A request that was broken off here says nothing about the service.
		if (policy.deadline.signal.aborted) break;
		failure = outcome;
		lastCost = reportFailure(outcome, policy, lastCost);
		const why = reasonToStop(outcome, tally, policy);
		const { reason, hintMs } = outcome;
		if (why) return { ok: false, why, reason, hintMs, ...tally };
		await pause(waitMs(outcome, tally, policy), policy.clock, waitSignal);
	}
	const { signal } = policy.deadline;
	const why = signal.aborted ? abortedBy(signal) : 'outage';
	return { ok: false, why, reason: failure?.reason, ...tally };
}

/** Undefined when the attempt gave up because its signal did. What else it rejects with is a bug. */
async function unlessInterrupted<Answer>(
	answer: Promise<Answer>,
	signal: AbortSignal,
): Promise<Answer | undefined> {
	return await answer.catch(async (error: unknown) =>
		signal.aborted ? undefined : await Promise.reject(error),
	);
}

function reportLife({ lane, budget, outage }: RetryPolicy, lastCost: number): void {
	lane.accepted();
	budget.succeeded(lastCost);
	outage.succeeded();
}

/** Answers what the failure took out of the budget. */
function reportFailure(failure: Failure<unknown>, policy: RetryPolicy, lastCost: number): number {
	const { cost, isSignOf } = treatments[failure.kind];
	if (isSignOf === 'life') reportLife(policy, lastCost);
	if (isSignOf === 'outage') policy.outage.failed();
	if (failure.kind === 'overQuota') policy.lane.refused(failure.hintMs);
	return policy.budget.spend(cost);
}

function counted({ kind }: Failure<unknown>, tally: Tally): Tally {
	const { repeat: repeats } = treatments[kind];
	return {
		timesUnsure: tally.timesUnsure + (repeats === 'ifAllowed' ? 1 : 0),
		timesUnusable: tally.timesUnusable + (repeats === 'withinAttempts' ? 1 : 0),
		timesWaitedOut: tally.timesWaitedOut + (repeats === 'untilDeadline' ? 1 : 0),
	};
}

function reasonToStop(
	{ kind, hintMs = 0 }: Failure<unknown>,
	{ timesUnsure, timesUnusable }: Tally,
	{ deadline, maxAttempts, retryWhenUnsure }: RetryPolicy,
): 'permanent' | 'attempts' | 'hint' | undefined {
	const { repeat: repeats } = treatments[kind];
	if (repeats === 'never') return 'permanent';
	if (repeats === 'ifAllowed' && !retryWhenUnsure) return 'permanent';
	if (repeats !== 'untilDeadline' && timesUnsure + timesUnusable >= maxAttempts) return 'attempts';
	return hintMs > deadline.remainingMs() ? 'hint' : undefined;
}

/** A refusal over the quota already holds the whole queue back; the file only joins it again. */
function waitMs({ kind, hintMs }: Failure<unknown>, tally: Tally, { random }: RetryPolicy): number {
	if (hintMs !== undefined) return hintMs;
	if (kind === 'overQuota') return 0;
	return backoffMs(tally.timesUnsure + tally.timesUnusable + tally.timesWaitedOut, random);
}

async function pause(milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
	if (milliseconds > 0) await clock.sleep(milliseconds, signal).catch(() => undefined);
}
