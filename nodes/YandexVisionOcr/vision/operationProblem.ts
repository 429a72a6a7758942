import type { Problem } from '../problem';
import type { OperationId } from './operationId';
import type { ServiceError } from './serviceError';

/** google.rpc.Code of an operation that was cancelled. */
export const CANCELLED = 1;
const INVALID_ARGUMENT = 3;

/** Why an operation ended without a result. */
export function operationProblem(
	{ grpcCode, message }: ServiceError,
	redact: (words: string) => string,
): Problem {
	if (grpcCode === CANCELLED) return cancelled;
	const said = message === undefined ? '' : ` It says: “${redact(message)}”.`;
	const isRefusal = grpcCode === INVALID_ARGUMENT;
	return {
		code: isRefusal ? 'REJECTED_BY_SERVICE' : 'OPERATION_FAILED',
		message: `The service ended the recognition without a result (code ${grpcCode ?? 'unknown'}).${said}`,
		hint: isRefusal
			? 'Open the file and check that it is a whole picture or PDF, and that Model and Languages fit it.'
			: 'Run the file again: a failed recognition is not billed.',
		retryable: !isRefusal,
	};
}

const cancelled: Problem = {
	code: 'OPERATION_CANCELLED',
	message: 'The recognition was cancelled at the service.',
	hint: 'Submit the file again if you still want its text.',
	retryable: false,
};

/** A problem of a request about an operation, with the operation's ID and what a 404 means there. */
export function aboutOperation(problem: Problem, operationId: OperationId): Problem {
	if (problem.code !== 'NOT_FOUND') return { ...problem, operationId };
	return {
		...problem,
		code: 'OPERATION_NOT_FOUND',
		message: `The service knows no operation with the ID ${operationId}.`,
		hint: 'Results are kept for three days, and only for the account that submitted the file. Submit the file again.',
		operationId,
	};
}

/** The recognition goes on at the service although this execution waits no longer. */
export function fetchLater(problem: Problem): Problem {
	return {
		...problem,
		hint: 'The recognition goes on at the service: Get Result with this operation ID fetches the result within three days, without paying again.',
	};
}
