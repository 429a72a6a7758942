import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { abortable } from '../pacing/abortable';
import { bodyChunks, discardBody } from './body';
import { connectionFailure, type ConnectionFailure } from './connectionFailure';

export const CREDENTIAL_TYPE = 'yandexVisionOcrApi';

export interface ServiceRequest {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: Buffer;
	/** Ends the request when nothing is received for so long; the whole request's limit is `signal`. */
	readonly idleTimeoutMs: number;
	/** The execution's cancel signal together with the request's wall-clock deadline. */
	readonly signal: AbortSignal;
}

export interface ServiceReply {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, unknown>>;
	/** The body as it arrives. Whoever takes a reply reads it to its end or calls `discard`. */
	readonly chunks: AsyncIterable<Uint8Array>;
	discard(): void;
}

export type RequestOutcome =
	| { readonly kind: 'reply'; readonly reply: ServiceReply }
	| { readonly kind: 'failure'; readonly failure: ConnectionFailure };

/** One request to the service with its credential; a value whatever happens, also for an error status. */
export type SendRequest = (request: ServiceRequest) => Promise<RequestOutcome>;

/**
 * Sends through n8n's own helper, so that its proxy and SSRF settings hold.
 *
 * Why each option is needed (all measured on n8n-core 2.41): without `ignoreHttpStatusErrors` a 401 is
 * sent twice and errors carry the key; without `disableFollowRedirect` the key and the document follow a
 * redirect to any host; without `encoding: 'stream'` an answer has no limit in size and changes its type
 * with the number of lines. The helper overwrites `abortSignal` with the execution's cancel signal, so
 * our own deadline reaches it only through a derived `this`.
 */
export function createSendRequest(context: IExecuteFunctions): SendRequest {
	return async (request) => {
		const { signal } = request;
		if (signal.aborted) return aborted;
		const derived = Object.create(context, {
			getExecutionCancelSignal: { value: () => signal },
		}) as IExecuteFunctions;
		try {
			const answer: unknown = await abortable(
				context.helpers.httpRequestWithAuthentication.call(
					derived,
					CREDENTIAL_TYPE,
					helperOptions(request),
				),
				signal,
			);
			return { kind: 'reply', reply: toReply(answer) };
		} catch (error) {
			// Whatever the signal's reason is, the error is only what the abort made of the request.
			return signal.aborted ? aborted : { kind: 'failure', failure: connectionFailure(error) };
		}
	};
}

const aborted: RequestOutcome = { kind: 'failure', failure: { kind: 'aborted' } };

function helperOptions(request: ServiceRequest): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		...(request.query === undefined ? {} : { qs: { ...request.query } }),
		headers: { ...request.headers },
		...(request.body === undefined ? {} : { body: request.body }),
		timeout: request.idleTimeoutMs,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		disableFollowRedirect: true,
		encoding: 'stream',
	};
}

interface FullResponse {
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, unknown>>;
	readonly statusCode?: number;
}

function toReply(answer: unknown): ServiceReply {
	const { body, headers, statusCode } = answer as FullResponse;
	return {
		status: statusCode ?? 0,
		headers: headers ?? {},
		chunks: bodyChunks(body),
		discard: () => {
			discardBody(body);
		},
	};
}
