import type { Result } from '../../problem';
import { readEndpoints } from '../endpoints';
import { iamTokensUrl } from '../urls';
import { accountKey } from './accountKey';
import type { AccountTokens } from './accountTokens';
import { isExchanged, type CredentialFields } from './authorization';
import { CredentialError } from './credentialError';
import { exchangeToken, type HttpRequest } from './exchange';
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
export async function preAuthenticate({
	credential,
	httpRequest,
	tokens,
	now,
}: PreAuthentication): Promise<{ exchangedIamToken?: string }> {
	if (!isExchanged(credential)) return {};
	// Looked at also when somebody else just got a token: the fields may have been changed since.
	const url = iamTokensUrl(valueOf(readEndpoints(credential))).url;
	const grant = valueOf(createGrant(credential, now()));
	const { exchangedIamToken } = credential;
	const stored = typeof exchangedIamToken === 'string' ? exchangedIamToken : '';
	const account = tokens.of(accountKey(credential));
	const token = await account.obtain(stored, now, () =>
		exchangeToken({ url, grant, httpRequest, now }),
	);
	return { exchangedIamToken: valueOf(token) };
}

function valueOf<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new CredentialError(result.error);
	return result.value;
}
