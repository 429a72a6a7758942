import { NodeApiError, NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';
import type { Problem } from './problem';

/** Which file a problem is about. */
export interface ProblemPlace {
	readonly itemIndex: number;
	readonly file?: string | undefined;
	readonly binaryField?: string | undefined;
}

/** What a user reads first: what happened, to which file. */
function headline(problem: Problem, place: ProblemPlace): string {
	return place.file === undefined ? problem.message : `${place.file}: ${problem.message}`;
}

/**
 * The JSON of an error item. It has exactly one key: with more, n8n's engine does not send the item to
 * the error output (seen in n8n-core 2.41). Unknown parts are null, so that the columns stay the same.
 */
export function errorJson(problem: Problem, place: ProblemPlace): IDataObject {
	return {
		error: {
			message: headline(problem, place),
			hint: problem.hint,
			code: problem.code,
			httpStatus: problem.httpStatus ?? null,
			retryable: problem.retryable,
			requestId: problem.requestId ?? null,
			operationId: problem.operationId ?? null,
			file: place.file ?? null,
			binaryField: place.binaryField ?? null,
		},
	};
}

/**
 * The error that stops the execution. It is built from our own words alone: the errors of n8n's HTTP
 * helper carry the key and the document in their causes.
 */
export function toNodeError(
	node: INode,
	problem: Problem,
	place: ProblemPlace,
): NodeApiError | NodeOperationError {
	const { itemIndex } = place;
	const description = describe(problem);
	const httpCode = problem.httpStatus === undefined ? undefined : String(problem.httpStatus);
	const error =
		httpCode === undefined
			? new NodeOperationError(node, problem.message, { itemIndex, description })
			: new NodeApiError(node, { message: problem.message }, { httpCode, itemIndex, description });
	// After the constructor, which replaces a message that holds a code of Node.js, file name and all:
	// `thepermit.pdf` holds EPERM.
	error.message = withoutStopWord(headline(problem, place));
	return error;
}

/**
 * n8n takes an execution for one that was stopped by hand when its error's message holds this word,
 * which the service's words or a file's name may. A word joiner inside does not show.
 */
function withoutStopWord(message: string): string {
	return message.replace(/(cancel)(ed)/gi, '$1\u2060$2');
}

/** n8n marks an execution as canceled, rather than failed, by this very word in the error's message. */
export function canceledError(node: INode): NodeOperationError {
	return new NodeOperationError(node, 'The execution was canceled before all files were done.');
}

/** The error panel shows message and description only: the IDs that support asks for stand there too. */
function describe({ hint, operationId, requestId }: Problem): string {
	const ids = [
		operationId === undefined ? '' : `Operation ID: ${operationId}.`,
		requestId === undefined ? '' : `Request ID: ${requestId}.`,
	];
	return [hint, ...ids].filter((part) => part !== '').join(' ');
}
