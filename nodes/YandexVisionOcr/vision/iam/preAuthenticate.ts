import type { Result } from '../../problem';
import { readEndpoints } from '../endpoints';
import { iamTokensUrl } from '../urls';
import { accountKey } from './accountKey';
import type { AccountTokens } from './accountTokens';
import { isExchanged, type CredentialFields } from './authorization';
import { CredentialError } from './credentialError';
import { exchangeToken, type HttpRequest, type IamToken } from './exchange';
import { createGrant } from './grant';

export interface PreAuthentication {
	readonly credential: CredentialFields;
	readonly httpRequest: HttpRequest;
	readonly tokens: AccountTokens;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

/**
 * What n8n stores in the credential: an IAM token in exchange for the service account key or the
 * OAuth token, or nothing for the ways that need none. n8n calls it when no token is stored, when
 * the service answered 401, and in each credential test; it throws a CredentialError that says which
 * part is wrong.
 */
export async function preAuthenticate(
	preAuthentication: PreAuthentication,
): Promise<{ exchangedIamToken?: string }> {
	const { credential, tokens, now } = preAuthentication;
	if (!isExchanged(credential)) return {};
	const { exchangedIamToken } = credential;
	const stored = typeof exchangedIamToken === 'string' ? exchangedIamToken : '';
	const token = await tokens
		.of(accountKey(credential))
		.obtain(stored, now, () => exchange(preAuthentication));
	if (!token.ok) throw new CredentialError(token.error);
	return { exchangedIamToken: token.value };
}

async function exchange({
	credential,
	httpRequest,
	now,
}: PreAuthentication): Promise<Result<IamToken>> {
	const endpoints = readEndpoints(credential);
	if (!endpoints.ok) return endpoints;
	const grant = createGrant(credential, now());
	if (!grant.ok) return grant;
	const { url } = iamTokensUrl(endpoints.value);
	return await exchangeToken({ url, grant: grant.value, httpRequest, now });
}
