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

/** A new RSA key of 2048 bits, in the form of the file a user downloads. Takes some 100 ms. */
export async function createAuthorizedKey(account: Account): Promise<AuthorizedKey> {
	const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
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
