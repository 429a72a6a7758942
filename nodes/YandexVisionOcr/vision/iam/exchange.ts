import type { IHttpRequestOptions } from 'n8n-workflow';
import { failed, ok, type Result } from '../../problem';
import { connectionFailure } from '../connectionFailure';
import { parseServiceError } from '../serviceError';
import { readBoundedText } from './boundedText';
import { clockSkew } from './clockSkew';
import { malformedAnswer, refused, unreachable } from './exchangeProblems';
import type { Grant } from './grant';

/** n8n's `this.helpers.httpRequest`. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

export interface IamToken {
	readonly token: string;
	/** Milliseconds since 1970 by the service's clock; undefined when the answer does not say. */
	readonly expiresAtMs: number | undefined;
}

/** The whole exchange, from connecting to the last byte of the answer. */
const TIME_LIMIT_MS = 30_000;

/** A token has about 300 bytes. */
const MAX_ANSWER_BYTES = 65_536;

export interface Exchange {
	readonly url: string;
	readonly grant: Grant;
	readonly httpRequest: HttpRequest;
	/** Milliseconds since 1970 by this machine's clock. */
	readonly now: () => number;
}

/**
 * Exchanges a signed JWT or an OAuth token for an IAM token: one request, never repeated. Problems
 * say which part is wrong; they hold nothing of the request.
 */
export async function exchangeToken(exchange: Exchange): Promise<Result<IamToken>> {
	const signal = AbortSignal.timeout(TIME_LIMIT_MS);
	try {
		const answer = toAnswer(await exchange.httpRequest(request(exchange, signal)));
		const text = await readBoundedText(answer.body, MAX_ANSWER_BYTES, signal);
		return answer.statusCode === 200 ? readToken(text) : refusal(exchange, answer, text);
	} catch (error) {
		return failed(unreachable(signal.aborted ? { kind: 'aborted' } : connectionFailure(error)));
	}
}

function request({ url, grant }: Exchange, signal: AbortSignal): IHttpRequestOptions {
	return {
		method: 'POST',
		url,
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
		body: Buffer.from(
			JSON.stringify(
				grant.kind === 'user' ? { yandexPassportOauthToken: grant.oauthToken } : { jwt: grant.jwt },
			),
		),
		timeout: TIME_LIMIT_MS,
		abortSignal: signal,
		encoding: 'stream',
		returnFullResponse: true,
		// Errors as values: those of n8n's helper carry the request, and with it the grant.
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

interface Answer {
	readonly statusCode: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: AsyncIterable<Uint8Array>;
}

function toAnswer(response: unknown): Answer {
	const { statusCode, headers, body } = response as Partial<Answer>;
	return { statusCode: statusCode ?? 0, headers: headers ?? {}, body: body ?? none() };
}

async function* none(): AsyncIterable<Uint8Array> {
	// Nothing came.
}

function readToken(text: string | undefined): Result<IamToken> {
	const { iamToken, expiresAt } = parseObject(text);
	if (typeof iamToken !== 'string' || !/^[\x21-\x7e]{1,8192}$/.test(iamToken)) {
		return failed(malformedAnswer);
	}
	const expiresAtMs = typeof expiresAt === 'string' ? Date.parse(expiresAt) : Number.NaN;
	return ok({
		token: iamToken,
		expiresAtMs: Number.isFinite(expiresAtMs) ? expiresAtMs : undefined,
	});
}

function parseObject(text: string | undefined): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(text ?? '');
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}

function refusal(
	{ grant, now }: Exchange,
	{ statusCode, headers }: Answer,
	text: string | undefined,
): Result<IamToken> {
	const error = parseServiceError(text ?? '');
	const skew = grant.kind === 'user' ? undefined : clockSkew(headers.date, now());
	return failed(refused({ kind: grant.kind, status: statusCode, error, skew }));
}
