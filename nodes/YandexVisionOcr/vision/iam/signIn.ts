import type { IHttpRequestOptions } from 'n8n-workflow';
import { readEndpoints } from '../endpoints';
import { mayCarryKey } from '../keyTarget';
import { authorizationHeaders, type CredentialFields } from './authorization';
import { CredentialError } from './credentialError';

/** n8n's HTTP Request node hands its options over in the spelling of an older HTTP client. */
interface OlderSpelling {
	readonly uri?: string;
}

/**
 * The request with the credential's key on it. Throws a CredentialError when the credential cannot
 * sign it, or when the key must not go where the request goes.
 */
export function signIn(
	credential: CredentialFields,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const endpoints = readEndpoints(credential);
	if (!endpoints.ok) throw new CredentialError(endpoints.error);
	const allowed = mayCarryKey(targetOf(request), endpoints.value);
	if (!allowed.ok) throw new CredentialError(allowed.error);
	const headers = authorizationHeaders(credential);
	if (!headers.ok) throw new CredentialError(headers.error);
	return {
		...request,
		headers: { ...request.headers, ...headers.value },
		// A redirect must not hand the key to another host, which is what n8n does by default.
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

/** The URL as axios puts it together. */
function targetOf(request: Partial<IHttpRequestOptions> & OlderSpelling): string {
	const url = request.url ?? request.uri ?? '';
	const base = request.baseURL ?? '';
	const isAbsolute = /^([a-z][a-z\d+\-.]*:)?\/\//i.test(url);
	if (base === '' || isAbsolute) return url;
	return url === '' ? base : `${base.replace(/\/?\/$/, '')}/${url.replace(/^\/+/, '')}`;
}
