import { failed, ok, type Problem, type Result } from '../../problem';

/** The ways to sign in, as saved credentials name them. */
export const authentications = ['apiKey', 'iamToken', 'serviceAccountKey', 'oauthToken'] as const;
export type Authentication = (typeof authentications)[number];

/** A credential's fields as n8n hands them over: those that are not shown are missing. */
export type CredentialFields = Readonly<Record<string, unknown>>;

/** Headers of a signed-in request: `Authorization`, and `x-folder-id` where the token is a user's. */
export type AuthorizationHeaders = Readonly<Record<string, string>>;

export function authenticationOf(credential: CredentialFields): Authentication {
	return authentications.find((way) => way === credential.authentication) ?? 'apiKey';
}

/** Whether n8n holds an IAM token for the credential that this package has to obtain and renew. */
export function isExchanged(credential: CredentialFields): boolean {
	const way = authenticationOf(credential);
	return way === 'serviceAccountKey' || way === 'oauthToken';
}

export function authorizationHeaders(credential: CredentialFields): Result<AuthorizationHeaders> {
	switch (authenticationOf(credential)) {
		case 'apiKey':
			return signed('Api-Key', 'API Key', credential.apiKey);
		case 'iamToken':
			return inFolder(credential, signed('Bearer', 'IAM Token', credential.iamToken));
		case 'serviceAccountKey':
			return signed('Bearer', 'IAM token', credential.exchangedIamToken);
		case 'oauthToken':
			return inFolder(credential, signed('Bearer', 'IAM token', credential.exchangedIamToken));
	}
}

function signed(scheme: string, label: string, value: unknown): Result<AuthorizationHeaders> {
	const secret = secretText(value);
	if (secret === '') return failed(unusable(`The credential's ${label} is empty.`));
	if (!/^[\x21-\x7e]+$/.test(secret)) {
		return failed(
			unusable(`The credential's ${label} contains spaces, line breaks or other characters.`),
		);
	}
	return ok({ Authorization: `${scheme} ${secret}` });
}

/** People also paste the whole header value of an example. */
export function secretText(value: unknown): string {
	return typeof value === 'string' ? value.trim().replace(/^(?:Api-Key|Bearer)\s+/i, '') : '';
}

function inFolder(
	credential: CredentialFields,
	headers: Result<AuthorizationHeaders>,
): Result<AuthorizationHeaders> {
	const folderId = typeof credential.folderId === 'string' ? credential.folderId.trim() : '';
	if (!headers.ok || folderId === '') return headers;
	if (!/^[\w-]{1,100}$/.test(folderId)) {
		return failed(unusable("The credential's Folder ID is not an ID."));
	}
	return ok({ ...headers.value, 'x-folder-id': folderId });
}

function unusable(message: string): Problem {
	return {
		code: 'CREDENTIAL_INCOMPLETE',
		message,
		hint: 'Open the credential, copy the value again from Yandex Cloud and save.',
		retryable: false,
	};
}
