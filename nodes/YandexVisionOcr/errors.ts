import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import type { Problem } from './problem';

/** Which file a problem is about. */
export interface ProblemPlace {
	readonly itemIndex: number;
	readonly file?: string | undefined;
	readonly binaryField?: string | undefined;
}

/** The one sentence a user reads: what happened, to which file. */
function headline(problem: Problem, place: ProblemPlace): string {
	if (place.file === undefined) return problem.message;
	return `${place.file}: ${problem.message}`;
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
	const message = headline(problem, place);
	const description = describe(problem);
	if (problem.httpStatus === undefined) {
		return new NodeOperationError(node, message, { itemIndex, description });
	}
	const plain: JsonObject = { message, description };
	return new NodeApiError(node, plain, {
		message,
		description,
		httpCode: String(problem.httpStatus),
		itemIndex,
	});
}

/** The error panel shows message and description only: the IDs that support asks for stand there too. */
function describe({ hint, operationId, requestId }: Problem): string {
	const ids = [
		operationId === undefined ? '' : `Operation ID: ${operationId}.`,
		requestId === undefined ? '' : `Request ID: ${requestId}.`,
	];
	return [hint, ...ids].filter((part) => part !== '').join(' ');
}
