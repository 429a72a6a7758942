import { abortable } from '../pacing/abortable';
import type { Clock } from '../pacing/clock';
import type { Deadline } from '../pacing/deadline';
import type { Lane } from '../pacing/limiter';
import type { Outcome } from '../pacing/outcome';
import type { OutageWatch } from '../pacing/outage';
import { runWithRetry, type Ending } from '../pacing/retry';
import type { RetryBudget } from '../pacing/budget';
import type { Problem, Result } from '../problem';
import { signInOutcome, type CallKind } from './answerOutcome';
import { callWithin, toAttemptOutcome } from './attempt';
import type { CallOutcome } from './callOutcome';
import { callTimeoutMs } from './callTimeout';
import type { CallLimits, OcrClient, Sending } from './client';
import type { OperationState } from './operation';
import type { OperationId } from './operationId';
import type { OnValue } from './receiveAnswer';

/** What an execution sends through. */
export interface ServiceParts {
	readonly client: OcrClient;
	readonly clock: Clock;
	/** 0 ≤ x < 1. */
	readonly random: () => number;
	readonly budget: RetryBudget;
	readonly outage: OutageWatch;
	/**
	 * Gets a new token after one was refused; undefined for ways to sign in that have no token to renew.
	 * `sentAtMs`: when the refused request was sent, on `clock`.
	 */
	readonly renew?: (sentAtMs: number) => Promise<Result<true>>;
}

/** The user's settings for one file, and its time limit. */
export interface CallPolicy {
	readonly deadline: Deadline;
	readonly lane: Lane;
	readonly maxAttempts: number;
	readonly retryWhenUnsure: boolean;
	/** 0: by the size of what is sent. */
	readonly requestTimeoutSeconds: number;
}

/**
 * Makes the body of a request, each time it is sent, and lets go of its bytes afterwards: a file that
 * waits to be sent again is not kept in memory.
 */
export interface Payload {
	open(signal: AbortSignal): Promise<Result<OpenPayload>>;
}

export interface OpenPayload {
	readonly sending: Sending;
	release(): void;
}

/** The service's calls, each at its pace and repeated as docs/decisions/0011 says. */
export class OcrService {
	constructor(private readonly parts: ServiceParts) {}

	/** @param onStart called before each attempt: an answer that broke off starts from a clean slate */
	async recognize(
		payload: Payload,
		policy: CallPolicy,
		onStart: () => void,
		onValue: OnValue,
	): Promise<Ending<void, Problem>> {
		return await this.sendFile(payload, policy, async (sending, limits) => {
			onStart();
			return await this.parts.client.recognize(sending, limits, onValue);
		});
	}

	async submit(payload: Payload, policy: CallPolicy): Promise<Ending<OperationId, Problem>> {
		return await this.sendFile(
			payload,
			policy,
			async (sending, limits) => await this.parts.client.submit(sending, limits),
		);
	}

	async state(
		operationId: OperationId,
		policy: CallPolicy,
	): Promise<Ending<OperationState, Problem>> {
		return await this.read(
			policy,
			async (limits) => await this.parts.client.state(operationId, limits),
		);
	}

	async cancel(
		operationId: OperationId,
		policy: CallPolicy,
	): Promise<Ending<OperationState, Problem>> {
		return await this.read(
			policy,
			async (limits) => await this.parts.client.cancel(operationId, limits),
		);
	}

	/** @param onStart called before each attempt: a result that broke off starts from a clean slate */
	async result(
		operationId: OperationId,
		policy: CallPolicy,
		onStart: () => void,
		onValue: OnValue,
	): Promise<Ending<'read' | 'notReady', Problem>> {
		return await this.read(policy, async (limits) => {
			onStart();
			return await this.parts.client.result(operationId, limits, onValue);
		});
	}

	private async sendFile<Value>(
		payload: Payload,
		policy: CallPolicy,
		call: (sending: Sending, limits: CallLimits) => Promise<CallOutcome<Value>>,
	): Promise<Ending<Value, Problem>> {
		return await this.withRetry(policy, async (waitSignal) => {
			const opened = await payload.open(waitSignal);
			if (!opened.ok) return { kind: 'notMade', reason: opened.error };
			const { sending, release } = opened.value;
			try {
				return await this.attempt(
					policy,
					'sending',
					sending.body.length,
					waitSignal,
					async (limits) => await call(sending, limits),
				);
			} finally {
				release();
			}
		});
	}

	private async read<Value>(
		shared: CallPolicy,
		call: (limits: CallLimits) => Promise<CallOutcome<Value>>,
	): Promise<Ending<Value, Problem>> {
		const policy = { ...shared, lane: shared.lane.own() };
		return await this.withRetry(
			policy,
			async (waitSignal) => await this.attempt(policy, 'reading', 0, waitSignal, call),
		);
	}

	private async withRetry<Value>(
		policy: CallPolicy,
		attempt: (waitSignal: AbortSignal) => Promise<Outcome<Value, Problem>>,
	): Promise<Ending<Value, Problem>> {
		const { clock, random, budget, outage } = this.parts;
		return await runWithRetry(attempt, { ...policy, clock, random, budget, outage });
	}

	/** One request in its turn; once more after a refused token was renewed. */
	private async attempt<Value>(
		policy: CallPolicy,
		kind: CallKind,
		bodyBytes: number,
		waitSignal: AbortSignal,
		call: (limits: CallLimits) => Promise<CallOutcome<Value>>,
	): Promise<Outcome<Value, Problem>> {
		const { clock, renew } = this.parts;
		const timeoutMs = callTimeoutMs(policy.requestTimeoutSeconds, bodyBytes);
		const bounds = { kind, timeoutMs, within: policy.deadline, clock };
		let sentAtMs = 0;
		const start = async (): Promise<CallOutcome<Value>> => {
			sentAtMs = clock.now();
			return await callWithin(bounds, call);
		};
		const outcome = await policy.lane.send(start, waitSignal);
		if (outcome.kind !== 'unauthorized' || renew === undefined) {
			return toAttemptOutcome(outcome, kind, clock.now());
		}
		// Others wait for the same renewal, so this file's end does not end it.
		const renewed = await abortable(renew(sentAtMs), waitSignal);
		if (!renewed.ok) return toAttemptOutcome(signInOutcome(renewed.error), kind, clock.now());
		// At once: behind a long queue, a short-lived token would have ended again.
		return toAttemptOutcome(await policy.lane.sendAgain(start, waitSignal), kind, clock.now());
	}
}
