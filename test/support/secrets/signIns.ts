import { createKeyPair, type KeyPair } from '../../../ocr-server/auth/authorizedKey';
import { type OcrServer, startOcrServer } from '../../../ocr-server/server';
import { localCredential } from '../engine/localCredential';
import type { CredentialData } from '../engine/credentialStore';
import type { Secrets } from './leaks';

/** One way to sign in, with the secrets that it must keep. */
export interface SignIn {
	readonly server: OcrServer;
	readonly credential: CredentialData;
	readonly secrets: Secrets;
}

export const ways = ['apiKey', 'iamToken', 'serviceAccountKey', 'oauthToken'] as const;
export type Way = (typeof ways)[number];

let keyPair: Promise<KeyPair> | undefined;

/** An account of its own on a server of its own: executions of one account share their pace. */
export async function signInBy(way: Way): Promise<SignIn> {
	if (way === 'serviceAccountKey') keyPair ??= createKeyPair();
	const server = await startOcrServer({
		...(keyPair === undefined ? {} : { keyPair: await keyPair }),
		stub: { wordsPerPage: 1, recordings: false },
		quotas: { sync: 1000, submit: 1000, state: 1000, result: 1000 },
		jobSeconds: 0.01,
		notReadySeconds: 0,
	});
	const endpoints = localCredential(server);
	switch (way) {
		case 'apiKey':
			return { server, credential: endpoints, secrets: { 'the API key': server.apiKey } };
		case 'iamToken': {
			const iamToken = server.issueIamToken();
			const credential = { ...endpoints, authentication: way, iamToken };
			return { server, credential, secrets: { 'the IAM token': iamToken } };
		}
		case 'oauthToken': {
			const { oauthToken, folderId } = server;
			const credential = { ...endpoints, authentication: way, oauthToken, folderId };
			return { server, credential, secrets: { 'the OAuth token': oauthToken } };
		}
		case 'serviceAccountKey': {
			const key = await server.serviceAccountKey();
			const serviceAccountKey = JSON.stringify(key);
			const credential = { ...endpoints, authentication: way, serviceAccountKey };
			return { server, credential, secrets: keySecrets(key) };
		}
	}
}

function keySecrets(key: { readonly id: string; readonly private_key: string }): Secrets {
	const lines = key.private_key.split('\n').filter((line) => /^[\w+/=]{40,}$/.test(line));
	// A JWT is new each time; its header is not.
	const header = JSON.stringify({ typ: 'JWT', alg: 'PS256', kid: key.id });
	return {
		'the first line of the private key': lines[0] ?? key.private_key,
		'a later line of the private key': lines[9] ?? key.private_key,
		'the JWT': Buffer.from(header).toString('base64url'),
	};
}

/** The token that n8n got for an exchanged way and stored. */
export function storedToken({ exchangedIamToken }: CredentialData): Secrets {
	return typeof exchangedIamToken === 'string' && exchangedIamToken !== ''
		? { 'the exchanged IAM token': exchangedIamToken }
		: {};
}
