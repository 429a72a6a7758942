import { failed, ok, type Problem, type Result } from '../problem';

/** An ID that is one path segment and nothing else: safe in a URL's path and query. */
export type OperationId = string & { readonly __operationId: true };

/** The service's IDs have 20 characters; longer ones leave room for other servers. */
const MAX_CHARACTERS = 100;

/**
 * Well-formed, so that the service looks at the token first, and never given to an operation: what
 * a question about it brings is the state of the token alone.
 */
export const impossibleOperationId = 'fbv00000000000000000' as OperationId;

/** Takes the ID as a user pasted it or as an answer brought it. */
export function readOperationId(value: unknown): Result<OperationId> {
	const text = typeof value === 'string' ? value.trim() : undefined;
	if (text === undefined) return failed(refusal('The operation ID is not a text.'));
	if (text === '') return failed(refusal('The operation ID is empty.'));
	if (text.length > MAX_CHARACTERS) {
		return failed(
			refusal(
				`The operation ID has ${text.length.toString()} characters, at most ${MAX_CHARACTERS.toString()} are allowed.`,
			),
		);
	}
	return isId(text)
		? ok(text)
		: failed(refusal('The operation ID has characters that no ID has (only A-Z a-z 0-9 _ -).'));
}

function isId(text: string): text is OperationId {
	return /^[\w-]+$/.test(text);
}

function refusal(message: string): Problem {
	return {
		code: 'INVALID_OPERATION_ID',
		message,
		hint: 'Use the operationId that Submit or an error item handed on, for example fbv1k2m3n4p5q6r7s8t9.',
		retryable: false,
	};
}
