import type { Problem } from '../problem';
import type { ConnectionFailure } from './connectionFailure';
import type { ServiceError } from './serviceError';

/** What went wrong with an answered request. */
export interface ErrorAnswer {
	readonly status: number;
	readonly error: ServiceError;
	/** The service's message without secrets, or undefined. */
	readonly words: string | undefined;
	readonly requestId: string;
}

interface Wording {
	readonly code: string;
	readonly message: string;
	readonly hint: string;
	readonly retryable: boolean;
}

const wordings: Readonly<Record<string, Wording>> = {
	redirect: {
		code: 'REDIRECTED',
		message: 'The server answered with a redirect, which is not followed',
		hint: 'A redirect would carry the key and the file to another address. Check the endpoints in the credential and the proxy between n8n and the service.',
		retryable: false,
	},
	badRequest: {
		code: 'REJECTED_BY_SERVICE',
		message: 'The service refused the request',
		hint: 'Open the file and check that it is a whole picture or PDF, and that Model and Languages fit it.',
		retryable: false,
	},
	unauthorized: {
		code: 'INVALID_CREDENTIALS',
		message: 'The service did not accept the key or token of the credential',
		hint: 'Open the credential and test it. An API key must exist and have the scope of Vision; an IAM token lives at most 12 hours: an API key or a service account key lasts.',
		retryable: false,
	},
	forbidden: {
		code: 'PERMISSION_DENIED',
		message: 'The account of the credential may not use text recognition',
		hint: 'Give the account the role ai.vision.user on its folder, and check the Folder ID in the credential.',
		retryable: false,
	},
	notFound: {
		code: 'NOT_FOUND',
		message: 'The service does not know this address',
		hint: 'Check the endpoints in the credential.',
		retryable: false,
	},
	tooLarge: {
		code: 'FILE_TOO_LARGE',
		message: 'The service or a proxy before it refused the file as too large',
		hint: 'Make the picture smaller, or split the PDF.',
		retryable: false,
	},
	quota: {
		code: 'QUOTA_EXCEEDED',
		message: "The account's quota of requests was exceeded for longer than the time limit allows",
		hint: 'Lower Requests per Second in the options, raise Maximum Wait, or ask the provider for a higher quota.',
		retryable: true,
	},
	conflict: {
		code: 'CONFLICT',
		message: 'The service reported a conflict with something else under way',
		hint: 'Run it again in a minute. A recognition that is just ending can no longer be cancelled.',
		retryable: true,
	},
	unavailable: {
		code: 'SERVICE_UNAVAILABLE',
		message: 'The service was not available',
		hint: 'Run the file again later.',
		retryable: true,
	},
	serverError: {
		code: 'SERVICE_ERROR',
		message: 'The service failed',
		hint: 'Run the file again. If it happens each time with this file, check the file; else tell the provider the request ID.',
		retryable: true,
	},
};

function pick(status: number, grpcCode: number | undefined): Wording {
	const key = byCode(status, grpcCode);
	return wordings[key] as Wording;
}

function byCode(status: number, grpcCode: number | undefined): keyof typeof wordings {
	if (status >= 300 && status < 400) return 'redirect';
	if (status === 413) return 'tooLarge';
	if (grpcCode === 16 || status === 401) return 'unauthorized';
	if (grpcCode === 7 || status === 403) return 'forbidden';
	if (grpcCode === 8 || status === 429) return 'quota';
	if (grpcCode === 5 || status === 404) return 'notFound';
	if (grpcCode === 14 || status === 503) return 'unavailable';
	if (grpcCode === 10 || status === 409) return 'conflict';
	if (status >= 500 || status === 408) return 'serverError';
	return 'badRequest';
}

/** An error answer of the service in our words, followed by its own. */
export function answerProblem({ status, error, words, requestId }: ErrorAnswer): Problem {
	const { code, message, hint, retryable } = pick(status, error.grpcCode);
	const said = words === undefined ? '' : ` It says: “${words}”.`;
	return {
		code,
		message: `${message} (HTTP ${status}).${said}`,
		hint,
		retryable,
		httpStatus: status,
		requestId,
	};
}

/** A request that was not answered, in words. Whoever knows the signals finds those for `aborted`. */
export function failureProblem(
	failure: Exclude<ConnectionFailure, { readonly kind: 'aborted' | 'signIn' }>,
	requestId: string,
): Problem {
	switch (failure.kind) {
		case 'notSent':
			return {
				code: 'SERVICE_UNREACHABLE',
				message: `The service could not be reached (${failure.code}). Nothing was sent.`,
				hint: 'Check the network, the proxy settings of n8n and the endpoints in the credential.',
				retryable: true,
				requestId,
			};
		case 'broken':
			return {
				code: 'CONNECTION_LOST',
				message: `The connection to the service broke (${failure.code}) before the whole answer came.`,
				hint: 'Run the file again.',
				retryable: true,
				requestId,
			};
		case 'refused':
			return {
				code: 'CONNECTION_REFUSED',
				message: `No safe connection to the service could be made (${failure.code}).`,
				hint: "Check the endpoints in the credential, the server's certificate, and n8n's proxy and SSRF settings.",
				retryable: false,
				requestId,
			};
		case 'unknown':
			return {
				code: 'REQUEST_FAILED',
				message: `n8n could not send the request (${failure.name}).`,
				hint: 'Check the credential and the log of n8n.',
				retryable: false,
				requestId,
			};
	}
}
