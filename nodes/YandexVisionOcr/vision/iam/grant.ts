import { failed, ok, type Problem, type Result } from '../../problem';
import { readAuthorizedKey } from './authorizedKey';
import { authenticationOf, secretText, type CredentialFields } from './authorization';
import { signJwt } from './jwt';

/** What the token service takes in exchange for an IAM token. */
export type Grant =
	| { readonly kind: 'serviceAccount'; readonly jwt: string }
	| { readonly kind: 'user'; readonly oauthToken: string };

/**
 * The grant of a credential that signs in with a service account key or an OAuth token.
 *
 * @param nowMs milliseconds since 1970, for the signed request's time of issue
 */
export function createGrant(credential: CredentialFields, nowMs: number): Result<Grant> {
	if (authenticationOf(credential) === 'oauthToken') return oauthGrant(credential);
	const key = readAuthorizedKey(credential.serviceAccountKey);
	return key.ok ? ok({ kind: 'serviceAccount', jwt: signJwt(key.value, nowMs) }) : key;
}

function oauthGrant({ oauthToken, folderId }: CredentialFields): Result<Grant> {
	const token = secretText(oauthToken).replace(/^OAuth\s+/i, '');
	if (token === '') return failed(incomplete('The OAuth Token is empty.'));
	if (/^(?:AQVN|t1\.|\{)/.test(token)) {
		return failed(
			incomplete('The OAuth Token is another kind of secret: an OAuth token starts with "y".'),
		);
	}
	return typeof folderId === 'string' && folderId.trim() !== ''
		? ok({ kind: 'user', oauthToken: token })
		: failed(incomplete('The Folder ID is empty; with an OAuth token it is needed.'));
}

function incomplete(message: string): Problem {
	return {
		code: 'CREDENTIAL_INCOMPLETE',
		message,
		hint: 'Open the credential, fill the field in and save.',
		retryable: false,
	};
}
