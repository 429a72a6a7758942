import { randomUUID } from 'crypto';
import type { Problem } from '../problem';
import {
	errorReply,
	failureOutcome,
	unusableOutcome,
	type CallKind,
	type ErrorReply,
	type FailedCall,
} from './answerOutcome';
import { done, type CallOutcome } from './callOutcome';
import type { Endpoints } from './endpoints';
import { readOperationState, type OperationState } from './operation';
import type { OperationId } from './operationId';
import { receiveAnswer, type OnValue } from './receiveAnswer';
import type { SendRequest, ServiceReply } from './request';
import {
	cancelOperationUrl,
	operationUrl,
	recognitionUrl,
	recognizeTextAsyncUrl,
	recognizeTextUrl,
	type CallUrl,
} from './urls';

/** What bounds one call. */
export interface CallLimits {
	/** The execution's cancel signal together with the call's wall-clock deadline. */
	readonly signal: AbortSignal;
	/** Ends the call when nothing is received for so long. */
	readonly idleTimeoutMs: number;
}

/** A file on its way to the service: the body of `recognitionBody`. */
export interface Sending {
	readonly body: Buffer;
	/** Lets the provider keep the file and the answer. */
	readonly dataLogging: boolean;
}

/** What the client is made of; all of it handed in. */
export interface ClientParts {
	readonly send: SendRequest;
	readonly endpoints: Endpoints;
	/** Takes secrets out of the service's words, and shortens them. */
	readonly redact: (words: string) => string;
}

interface Call {
	readonly kind: CallKind;
	readonly method: 'GET' | 'POST';
	readonly target: CallUrl;
	readonly sending?: Sending;
	readonly limits: CallLimits;
}

type Answered =
	| { readonly kind: 'success'; readonly reply: ServiceReply; readonly requestId: string }
	| ({ readonly kind: 'error' } & ErrorReply)
	| { readonly kind: 'failure'; readonly outcome: FailedCall };

/** The service's words for a result that is not there yet: the only message that decides anything. */
const NOT_READY = 'operation data is not ready';
const NOT_FOUND = 5;

/** The calls of the service. Each makes one request and hands back how it ended; none throws. */
export class OcrClient {
	constructor(private readonly parts: ClientParts) {}

	/** Recognizes at once; the values of the answer go to `onValue` as they arrive. */
	async recognize(
		sending: Sending,
		limits: CallLimits,
		onValue: OnValue,
	): Promise<CallOutcome<void>> {
		const target = recognizeTextUrl(this.parts.endpoints);
		const answered = await this.ask({ kind: 'sending', method: 'POST', target, sending, limits });
		if (answered.kind !== 'success') return answered.outcome;
		return await this.readAll(answered, 'sending', onValue);
	}

	/** Starts a recognition and hands back its operation ID. */
	async submit(sending: Sending, limits: CallLimits): Promise<CallOutcome<OperationId>> {
		const target = recognizeTextAsyncUrl(this.parts.endpoints);
		const state = await this.askOperation({
			kind: 'sending',
			method: 'POST',
			target,
			sending,
			limits,
		});
		return state.kind === 'done' ? done(state.value.id) : state;
	}

	async state(operationId: OperationId, limits: CallLimits): Promise<CallOutcome<OperationState>> {
		const target = operationUrl(this.parts.endpoints, operationId);
		return await this.askOperation({ kind: 'reading', method: 'GET', target, limits });
	}

	async cancel(operationId: OperationId, limits: CallLimits): Promise<CallOutcome<OperationState>> {
		const target = cancelOperationUrl(this.parts.endpoints, operationId);
		return await this.askOperation({ kind: 'reading', method: 'POST', target, limits });
	}

	/** Fetches a result: `notReady` before the recognition has ended, and for a moment after. */
	async result(
		operationId: OperationId,
		limits: CallLimits,
		onValue: OnValue,
	): Promise<CallOutcome<'read' | 'notReady'>> {
		const target = recognitionUrl(this.parts.endpoints, operationId);
		const answered = await this.ask({ kind: 'reading', method: 'GET', target, limits });
		if (answered.kind === 'error' && isNotReady(answered)) return done('notReady');
		if (answered.kind !== 'success') return answered.outcome;
		const read = await this.readAll(answered, 'reading', onValue);
		return read.kind === 'done' ? done('read') : read;
	}

	private async ask(call: Call): Promise<Answered> {
		const requestId = randomUUID();
		const { sending, limits } = call;
		const outcome = await this.parts.send({
			method: call.method,
			...call.target,
			...(sending === undefined ? {} : { body: sending.body }),
			headers: headersOf(requestId, sending),
			...limits,
		});
		if (outcome.kind === 'failure') {
			return { kind: 'failure', outcome: failureOutcome(outcome.failure, call.kind, requestId) };
		}
		const { reply } = outcome;
		if (reply.status >= 200 && reply.status < 300) return { kind: 'success', reply, requestId };
		const answer = await errorReply(reply, call.kind, requestId, this.parts.redact);
		return { kind: 'error', ...answer };
	}

	private async readAll(
		{ reply, requestId }: { readonly reply: ServiceReply; readonly requestId: string },
		kind: CallKind,
		onValue: OnValue,
	): Promise<CallOutcome<void>> {
		const end = await receiveAnswer(reply, onValue);
		switch (end.kind) {
			case 'complete':
				return done(undefined);
			case 'broken':
				return failureOutcome(end.failure, kind, requestId);
			case 'malformed':
				return end.problem.retryable
					? unusableOutcome(named(end.problem, requestId), kind)
					: { kind: 'permanent', problem: named(end.problem, requestId) };
		}
	}

	private async askOperation(call: Call): Promise<CallOutcome<OperationState>> {
		const answered = await this.ask(call);
		if (answered.kind !== 'success') return answered.outcome;
		let state: OperationState | undefined;
		const read = await this.readAll(answered, call.kind, (value) => {
			const operation = readOperationState(value);
			if (operation.ok) state ??= operation.value;
		});
		if (read.kind !== 'done') return read;
		if (state !== undefined) return done(state);
		return unusableOutcome(named(notAnOperation, answered.requestId), call.kind);
	}
}

const notAnOperation: Problem = {
	code: 'UNEXPECTED_ANSWER',
	message: 'The service answered without an operation ID.',
	hint: 'Run the file again. If it happens each time, check the endpoints in the credential.',
	retryable: true,
};

function isNotReady({ error }: ErrorReply): boolean {
	return error.grpcCode === NOT_FOUND && (error.message ?? '').includes(NOT_READY);
}

function named(problem: Problem, requestId: string): Problem {
	return { ...problem, requestId };
}

function headersOf(requestId: string, sending: Sending | undefined): Record<string, string> {
	return {
		...(sending === undefined ? {} : { 'Content-Type': 'application/json' }),
		'x-client-request-id': requestId,
		...(sending?.dataLogging === true ? { 'x-data-logging-enabled': 'true' } : {}),
	};
}
