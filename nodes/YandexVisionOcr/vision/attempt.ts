import type { Clock } from '../pacing/clock';
import { startDeadline, type Deadline } from '../pacing/deadline';
import type { Failure, FailureKind, Outcome } from '../pacing/outcome';
import { retryAfterMs, type HeaderValue } from '../pacing/retryAfter';
import type { Problem } from '../problem';
import { unsureOutcome, type CallKind, type FailedCall } from './answerOutcome';
import type { CallOutcome } from './callOutcome';
import type { CallLimits } from './client';
import { stopped } from './endingProblem';

/** How one request is bounded and what a time-out of it means. */
export interface RequestBounds {
	readonly kind: CallKind;
	readonly timeoutMs: number;
	/** The file's time limit and the execution's end. */
	readonly within: Deadline;
	readonly clock: Clock;
}

/** Makes one call within a wall-clock deadline of its own. */
export async function callWithin<Value>(
	{ kind, timeoutMs, within, clock }: RequestBounds,
	call: (limits: CallLimits) => Promise<CallOutcome<Value>>,
): Promise<CallOutcome<Value>> {
	const deadline = startDeadline(clock, timeoutMs, within);
	try {
		const outcome = await call({ signal: deadline.signal, idleTimeoutMs: timeoutMs });
		if (outcome.kind !== 'aborted' || within.signal.aborted) return outcome;
		return unsureOutcome(requestTimedOut(timeoutMs, outcome.requestId), kind);
	} finally {
		deadline.dispose();
	}
}

/** The same outcome in the words of `pacing`, which knows nothing of HTTP. */
export function toAttemptOutcome<Value>(
	outcome: CallOutcome<Value>,
	kind: CallKind,
	nowMs: number,
): Outcome<Value, Problem> {
	return outcome.kind === 'done' ? outcome : toFailure(outcome, kind, nowMs);
}

function toFailure(failed: FailedCall, kind: CallKind, nowMs: number): Failure<Problem> {
	switch (failed.kind) {
		case 'aborted':
			// The signal that ended the call ends the retries as well; a file may have arrived by then.
			return { kind: kind === 'sending' ? 'unsure' : 'transient', reason: stopped };
		case 'refused':
			return {
				kind: refusedKind(failed.problem),
				reason: failed.problem,
				hintMs: retryAfterMs(failed.retryAfter as HeaderValue, nowMs),
			};
		case 'unauthorized':
			return { kind: 'permanent', reason: failed.problem };
		default:
			return { kind: failed.kind, reason: failed.problem };
	}
}

function refusedKind({ code }: Problem): FailureKind {
	return code === 'QUOTA_EXCEEDED' ? 'overQuota' : 'unavailable';
}

function requestTimedOut(timeoutMs: number, requestId: string): Problem {
	return {
		code: 'REQUEST_TIMED_OUT',
		message: `The service sent no whole answer within ${Math.round(timeoutMs / 1000)} seconds; the request timed out.`,
		hint: 'Run the file again, or raise Request Timeout in the options.',
		retryable: true,
		requestId,
	};
}
