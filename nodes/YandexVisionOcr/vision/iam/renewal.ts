import type { IHttpRequestOptions } from 'n8n-workflow';
import { failed, ok, type Problem, type Result } from '../../problem';
import { connectionFailure } from '../connectionFailure';
import type { Endpoints } from '../endpoints';
import { impossibleOperationId } from '../operationId';
import { operationUrl } from '../urls';
import type { AccountToken } from './accountToken';

const TIMEOUT_MS = 30_000;

export interface TokenRenewal {
	readonly account: AccountToken;
	/** When the request that was answered with 401 was sent, by `now`'s clock. */
	readonly sentAtMs: number;
	readonly now: () => number;
	/** Sends `probeRequest` through the credential with n8n's helper, which rejects on each 4xx. */
	readonly probe: () => Promise<unknown>;
}

/**
 * The small request that makes n8n renew and store the token: n8n does so only when it sees a 401
 * itself, and after that sends its request again. With a file in it, the file would go twice.
 */
export function probeRequest(endpoints: Endpoints): IHttpRequestOptions {
	return {
		method: 'GET',
		url: operationUrl(endpoints, impossibleOperationId).url,
		timeout: TIMEOUT_MS,
		disableFollowRedirect: true,
	};
}

/**
 * Makes n8n renew the account's token, once for however many requests found it refused. After `ok`
 * the refused request is worth sending once more.
 */
export async function renewToken({
	account,
	sentAtMs,
	now,
	probe,
}: TokenRenewal): Promise<Result<true>> {
	return await account.renewOnce(sentAtMs, now, async () => {
		const failureBefore = account.lastFailure;
		try {
			await probe();
			return ok(true);
		} catch (error) {
			const failure = account.lastFailure;
			return failure !== undefined && failure !== failureBefore
				? failed(failure)
				: outcomeOf(error);
		}
	});
}

/** A refusal of the impossible ID itself is what a good token brings. */
function outcomeOf(error: unknown): Result<true> {
	const status = statusOf(error);
	if (status === 401) return failed(tokenRefused);
	if (status !== undefined && status >= 400 && status < 500 && status !== 429) return ok(true);
	const failure = connectionFailure(error);
	return failed(failure.kind === 'signIn' ? failure.problem : notRenewed);
}

/** n8n's NodeApiError has the status as a text, also where it keeps no cause. */
function statusOf(error: unknown): number | undefined {
	if (typeof error !== 'object' || error === null || !('httpCode' in error)) return undefined;
	const { httpCode } = error;
	return typeof httpCode === 'string' && /^\d{3}$/.test(httpCode) ? Number(httpCode) : undefined;
}

const tokenRefused: Problem = {
	code: 'INVALID_CREDENTIALS',
	message: 'The service refused a token that it had given a moment before.',
	hint: 'Test the credential. The service account or its key may have been deleted or switched off.',
	retryable: false,
	httpStatus: 401,
};

const notRenewed: Problem = {
	code: 'TOKEN_NOT_RENEWED',
	message: 'The token had ended and could not be renewed: the service gave no usable answer.',
	hint: 'Run the file again in a minute.',
	retryable: true,
	httpStatus: 401,
};
