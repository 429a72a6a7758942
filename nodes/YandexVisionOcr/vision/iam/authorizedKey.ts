import type { KeyObject } from 'crypto';
import { failed, ok, type Problem, type Result } from '../../problem';
import { otherSecretInObject, otherSecretInText } from './otherSecrets';
import { readPastedJson } from './pastedJson';
import { readPrivateKey } from './privateKey';

/** A service account's authorized key, ready to sign with. */
export interface AuthorizedKey {
	readonly keyId: string;
	readonly serviceAccountId: string;
	readonly privateKey: KeyObject;
}

/** The file of a 4096-bit key has 5 kB. */
const MAX_CHARACTERS = 32_768;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON of an authorized key as people paste it: the file of the console and the CLI
 * (snake_case) or the API's answer (camelCase, with `privateKey` beside `key`). Problems say what is
 * wrong and never quote the text.
 */
export function readAuthorizedKey(pasted: unknown): Result<AuthorizedKey> {
	if (typeof pasted !== 'string' || pasted.trim() === '') {
		return failed(unreadable('The Service Account Key is empty.'));
	}
	if (pasted.length > MAX_CHARACTERS) {
		return failed(
			unreadable(
				`The Service Account Key has ${pasted.length.toString()} characters, more than any key has (${MAX_CHARACTERS.toString()}).`,
			),
		);
	}
	const other = otherSecretInText(pasted);
	if (other) {
		return failed(unreadable(`The Service Account Key is ${other.name}.`, other.advice));
	}
	const json = readPastedJson(pasted);
	if (!json.ok) return failed(unreadable(`The Service Account Key ${json.error}.`));
	return fromFields(json.value);
}

function fromFields(json: Fields): Result<AuthorizedKey> {
	const inner = own(json, 'key');
	const described = typeof inner === 'object' && inner !== null ? (inner as Fields) : json;
	const other = otherSecretInObject(json) ?? otherSecretInObject(described);
	if (other) return failed(unreadable(`The Service Account Key is ${other.name}.`, other.advice));
	const keyId = readId(described, ['id']);
	if (!keyId.ok) return keyId;
	const serviceAccountId = readId(described, ['service_account_id', 'serviceAccountId']);
	if (!serviceAccountId.ok) return serviceAccountId;
	const privateKey = readKey(json, described);
	if (!privateKey.ok) return privateKey;
	return ok({
		keyId: keyId.value,
		serviceAccountId: serviceAccountId.value,
		privateKey: privateKey.value,
	});
}

function readId(fields: Fields, names: readonly string[]): Result<string> {
	const value = find(fields, names);
	const field = `"${names.join('" or "')}"`;
	if (value === undefined) {
		return failed(unreadable(`The Service Account Key has no field ${field}.`));
	}
	return typeof value === 'string' && /^[\w-]{1,100}$/.test(value)
		? ok(value)
		: failed(unreadable(`The field ${field} of the Service Account Key is not an ID.`));
}

function readKey(json: Fields, described: Fields): Result<KeyObject> {
	const names = ['private_key', 'privateKey'];
	const value = find(json, names) ?? find(described, names);
	if (typeof value !== 'string' || value.trim() === '') {
		const publicOnly = find(described, ['public_key', 'publicKey']) !== undefined;
		return failed(
			unreadable(
				`The Service Account Key has no field "private_key"${publicOnly ? ', only the public one' : ''}.`,
				'The private key is shown only once, when the key is created. Create a new authorized key and paste its whole JSON file.',
			),
		);
	}
	const key = readPrivateKey(value);
	return key.ok
		? key
		: failed(unreadable(`The field "private_key" of the Service Account Key ${key.error}.`));
}

function find(fields: Fields, names: readonly string[]): unknown {
	const name = names.find((each) => own(fields, each) !== undefined);
	return name === undefined ? undefined : own(fields, name);
}

function own(fields: Fields, name: string): unknown {
	return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function unreadable(
	message: string,
	hint = 'Open the JSON file of the authorized key in a plain text editor, copy all of it and paste it again.',
): Problem {
	return { code: 'SERVICE_ACCOUNT_KEY_UNREADABLE', message, hint, retryable: false };
}
