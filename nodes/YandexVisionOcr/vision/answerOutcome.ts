import type { Problem } from '../problem';
import type { CallOutcome } from './callOutcome';
import type { ConnectionFailure } from './connectionFailure';
import type { ServiceReply } from './request';
import { parseServiceError, type ServiceError } from './serviceError';
import { answerProblem, failureProblem } from './serviceProblem';
import { classifyStatus } from './statusClass';
import { readText } from './receiveAnswer';

/** Whether a call hands over a file: then a failure on the way leaves unsure whether it was accepted. */
export type CallKind = 'sending' | 'reading';

/** Enough for the longest error body of the service; a proxy's page may be longer. */
const MAX_ERROR_BYTES = 64 * 1024;

export type FailedCall = Exclude<CallOutcome<never>, { kind: 'done' }>;

/** What a request that brought no answer means for sending again. */
export function failureOutcome(
	failure: ConnectionFailure,
	kind: CallKind,
	requestId: string,
): FailedCall {
	if (failure.kind === 'aborted') return { kind: 'aborted', requestId };
	if (failure.kind === 'signIn') return signInOutcome(failure.problem);
	const problem = failureProblem(failure, requestId);
	switch (failure.kind) {
		case 'notSent':
			return { kind: 'notSent', problem };
		case 'broken':
			return unsureOutcome(problem, kind);
		default:
			return { kind: 'permanent', problem };
	}
}

/** No token could be had. A token service that is busy for a moment must not cost a batch its files. */
export function signInOutcome(problem: Problem): FailedCall {
	return { kind: problem.retryable ? 'notSent' : 'permanent', problem };
}

/** A failure that came after the service may have accepted what was sent. */
export function unsureOutcome(problem: Problem, kind: CallKind): FailedCall {
	return { kind: kind === 'sending' ? 'unsure' : 'transient', problem };
}

/** A failure that the service's next answer may well be again. */
export function unusableOutcome(problem: Problem, kind: CallKind): FailedCall {
	return { kind: kind === 'sending' ? 'unsure' : 'unusable', problem };
}

export interface ErrorReply {
	readonly outcome: FailedCall;
	readonly error: ServiceError;
}

/** Reads an answer with a status of 300 or more, and what it means for sending again. */
export async function errorReply(
	reply: ServiceReply,
	kind: CallKind,
	requestId: string,
	redact: (words: string) => string,
): Promise<ErrorReply> {
	const error = parseServiceError(await readText(reply, MAX_ERROR_BYTES));
	return { outcome: statusOutcome(reply, error, kind, requestId, redact), error };
}

/** What an error of the service means for sending again. */
function statusOutcome(
	reply: Pick<ServiceReply, 'status' | 'headers'>,
	error: ServiceError,
	kind: CallKind,
	requestId: string,
	redact: (words: string) => string,
): FailedCall {
	const words = error.message === undefined ? undefined : redact(error.message);
	const problem = answerProblem({ status: reply.status, error, words, requestId });
	switch (classifyStatus(reply.status, error.grpcCode)) {
		case 'refused':
			return { kind: 'refused', problem, retryAfter: reply.headers['retry-after'] };
		case 'unsure':
			return unsureOutcome(problem, kind);
		case 'conflict':
			return unusableOutcome(problem, kind);
		case 'unauthorized':
			return { kind: 'unauthorized', problem };
		case 'permanent':
			return { kind: 'permanent', problem };
	}
}
