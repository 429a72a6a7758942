import type { CredentialFields } from './authorization';
import { readPastedJson } from './pastedJson';

const secretFields = ['apiKey', 'iamToken', 'oauthToken', 'exchangedIamToken', 'serviceAccountKey'];

/** Every secret a credential holds, for `redact`: a service answer may echo any of them. */
export function credentialSecrets(credential: CredentialFields): readonly string[] {
	const secrets = secretFields
		.map((field) => credential[field])
		.filter((value): value is string => typeof value === 'string' && value.trim() !== '')
		.map((value) => value.trim());
	return [...secrets, ...privateKeyOf(credential)];
}

function privateKeyOf({ serviceAccountKey }: CredentialFields): readonly string[] {
	if (typeof serviceAccountKey !== 'string') return [];
	const json = readPastedJson(serviceAccountKey);
	if (!json.ok) return [];
	return [json.value.private_key, json.value.privateKey].filter(
		(value): value is string => typeof value === 'string',
	);
}
