import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

import { type Account, serviceId } from './accounts';

/** The JSON that the service hands out for an authorized key of a service account. */
export interface AuthorizedKey {
	readonly id: string;
	readonly service_account_id: string;
	readonly created_at: string;
	readonly key_algorithm: 'RSA_2048';
	readonly public_key: string;
	readonly private_key: string;
}

/** An RSA key as PEM. */
export interface KeyPair {
	readonly publicKey: string;
	readonly privateKey: string;
}

/** Of 2048 bits. Takes some 100 ms. */
export async function createKeyPair(): Promise<KeyPair> {
	return await promisify(generateKeyPair)('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
}

/** A key pair in the form of the file a user downloads. */
export function toAuthorizedKey(
	{ publicKey, privateKey }: KeyPair,
	account: Account,
): AuthorizedKey {
	const id = serviceId('aje');
	return {
		id,
		service_account_id: account.id,
		created_at: new Date().toISOString(),
		key_algorithm: 'RSA_2048',
		public_key: publicKey,
		private_key: `PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <${id}>\n${privateKey}`,
	};
}
