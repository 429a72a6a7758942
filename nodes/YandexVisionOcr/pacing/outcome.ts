import { retryCost } from './budget';

/** What one attempt came to. `hintMs`: when the service said to come back. */
export type Outcome<Value, Reason> =
	{ readonly kind: 'done'; readonly value: Value } | Failure<Reason>;

export interface Failure<Reason> {
	readonly kind: FailureKind;
	readonly reason: Reason;
	readonly hintMs?: number | undefined;
}

export type FailureKind =
	/** The service did not take the request: its quota is used up (429). */
	| 'overQuota'
	/** The service did not take the request: it is unavailable (503). */
	| 'unavailable'
	/** The request never reached the service: refused connection, no such host. */
	| 'notSent'
	/** A request that may be repeated at will went wrong: a poll, a fetched result. */
	| 'transient'
	/** A read was answered, but not as the service answers; it may never be. */
	| 'unusable'
	/** The request may have been accepted, and billed, although no answer said so. */
	| 'unsure'
	/** There was nothing to send: the file can't be read any more. Says nothing of the service. */
	| 'notMade'
	/** The same request would fail again. */
	| 'permanent';

/** How a kind of failure is treated. */
interface Treatment {
	/** Taken out of the retry budget. */
	readonly cost: number;
	/** Part of an outage, if nothing succeeds meanwhile; or the service is there and answers. */
	readonly isSignOf: 'outage' | 'life' | 'neither';
	/** `ifAllowed`: within the attempts, where the user did not forbid it. */
	readonly repeat: 'untilDeadline' | 'withinAttempts' | 'ifAllowed' | 'never';
}

export const treatments: Readonly<Record<FailureKind, Treatment>> = {
	overQuota: { cost: retryCost.overQuota, isSignOf: 'neither', repeat: 'untilDeadline' },
	unavailable: { cost: retryCost.failure, isSignOf: 'outage', repeat: 'untilDeadline' },
	notSent: { cost: retryCost.failure, isSignOf: 'outage', repeat: 'untilDeadline' },
	transient: { cost: retryCost.failure, isSignOf: 'outage', repeat: 'untilDeadline' },
	unusable: { cost: retryCost.failure, isSignOf: 'outage', repeat: 'withinAttempts' },
	unsure: { cost: retryCost.failure, isSignOf: 'outage', repeat: 'ifAllowed' },
	notMade: { cost: 0, isSignOf: 'neither', repeat: 'never' },
	permanent: { cost: 0, isSignOf: 'life', repeat: 'never' },
};
