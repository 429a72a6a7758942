import { createHash } from 'crypto';
import { authenticationOf, secretText, type CredentialFields } from './authorization';

const secretField = {
	apiKey: 'apiKey',
	iamToken: 'iamToken',
	serviceAccountKey: 'serviceAccountKey',
	oauthToken: 'oauthToken',
} as const;

/**
 * Names an account at its endpoints, for what all executions of a process share about it. Equal for
 * two credentials with the same key, and different as soon as the key, the way to sign in or an
 * endpoint is: a hash, from which no key can be read back.
 */
export function accountKey(credential: CredentialFields): string {
	const authentication = authenticationOf(credential);
	const { ocrEndpoint, iamEndpoint } = credential;
	const secret = secretText(credential[secretField[authentication]]);
	return createHash('sha256')
		.update(JSON.stringify([authentication, secret, ocrEndpoint ?? '', iamEndpoint ?? '']))
		.digest('base64url');
}
