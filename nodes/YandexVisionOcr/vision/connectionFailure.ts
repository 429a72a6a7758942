import type { Problem } from '../problem';

/** Why a request brought no answer. */
export type ConnectionFailure =
	/** The connection was never made: the service has seen nothing. */
	| { readonly kind: 'notSent'; readonly code: string }
	/** It broke or timed out on the way: the service may have accepted what was sent. */
	| { readonly kind: 'broken'; readonly code: string }
	/** It will be refused each time: a certificate, n8n's own protection. */
	| { readonly kind: 'refused'; readonly code: string }
	/** The signal ended it: a cancelled execution or a deadline. */
	| { readonly kind: 'aborted' }
	/** The credential itself says why it can't sign in. */
	| { readonly kind: 'signIn'; readonly problem: Problem }
	/** Something that nobody foresaw; never sent again. */
	| { readonly kind: 'unknown'; readonly name: string };

/** Codes of Node.js and undici that come before anything is sent. */
const notSentCodes = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EAI_NODATA',
	'EAI_NONAME',
	'EHOSTUNREACH',
	'EHOSTDOWN',
	'ENETUNREACH',
	'ENETDOWN',
	'EADDRNOTAVAIL',
	'EMFILE',
]);

const brokenCodes = new Set([
	'ECONNRESET',
	'ECONNABORTED',
	'EPIPE',
	'ETIMEDOUT',
	'ESOCKETTIMEDOUT',
	'ERR_BAD_RESPONSE',
	'ERR_STREAM_PREMATURE_CLOSE',
	'ERR_NETWORK',
	'EPROTO',
	'HPE_INVALID_CONSTANT',
	'HPE_INVALID_CHUNK_SIZE',
	'HPE_INVALID_CONTENT_LENGTH',
	'HPE_INVALID_HEADER_TOKEN',
	'HPE_INVALID_EOF_STATE',
	'HPE_HEADER_OVERFLOW',
	'Z_DATA_ERROR',
	'Z_BUF_ERROR',
]);

/** Node.js's names of TLS failures all carry one of these. */
const refusedMarks = ['CERT', 'TLS', 'SSL', 'SELF_SIGNED', 'UNABLE_TO_'];

export const SSRF = 'SSRF';
/** n8n's SsrfBlockedIpError and SsrfBlockedHostnameError carry no code. */
const ssrfRefusal: ConnectionFailure = { kind: 'refused', code: SSRF };

/** Axios's and n8n's names for a request that a signal ended. */
const abortedCodes = new Set(['ERR_CANCELED', 'ABORT_ERR']);

/** n8n wraps once, axios once: deeper chains are not ours. */
const MAX_DEPTH = 5;

/**
 * Reads the failure's kind from the codes in an error and its causes; never from its message, and
 * nothing of the error is kept: n8n's helper attaches the key and the document to it.
 */
export function connectionFailure(error: unknown): ConnectionFailure {
	for (const link of chain(error)) {
		const problem = problemIn(link);
		if (problem !== undefined) return { kind: 'signIn', problem };
		const code = codeIn(link);
		const failure = code === undefined ? undefined : byCode(code);
		if (failure !== undefined) return failure;
		const name = nameIn(link);
		if (name === 'AbortError') return { kind: 'aborted' };
		if (name?.startsWith('Ssrf')) return ssrfRefusal;
	}
	return { kind: 'unknown', name: nameIn(error) ?? typeof error };
}

function byCode(code: string): ConnectionFailure | undefined {
	if (abortedCodes.has(code)) return { kind: 'aborted' };
	if (notSentCodes.has(code)) return { kind: 'notSent', code };
	if (brokenCodes.has(code)) return { kind: 'broken', code };
	if (refusedMarks.some((mark) => code.includes(mark))) return { kind: 'refused', code };
	return undefined;
}

function* chain(error: unknown): Iterable<object> {
	let link: unknown = error;
	for (let depth = 0; depth < MAX_DEPTH && typeof link === 'object' && link !== null; depth++) {
		yield link;
		if (link instanceof AggregateError && link.errors.length > 0) link = link.errors[0];
		else link = 'cause' in link ? link.cause : undefined;
	}
}

/** Older n8n keeps no cause, but puts the code into `httpCode`. */
function codeIn(link: object): string | undefined {
	for (const key of ['code', 'httpCode'] as const) {
		const code = (link as Readonly<Record<string, unknown>>)[key];
		if (typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code)) return code;
	}
	return undefined;
}

function problemIn(link: object): Problem | undefined {
	if (!('problem' in link)) return undefined;
	const { problem } = link;
	return typeof problem === 'object' && problem !== null && 'hint' in problem
		? (problem as Problem)
		: undefined;
}

function nameIn(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('name' in error)) return undefined;
	return typeof error.name === 'string' ? error.name.slice(0, 60) : undefined;
}
