import { createPrivateKey, type KeyObject } from 'crypto';
import { failed, ok, type Result } from '../../problem';

/** Authorized keys are RSA_2048 or RSA_4096; beyond that, signing would take noticeable time. */
const MIN_BITS = 2048;
const MAX_BITS = 8192;

/**
 * The RSA key in a PEM text as it comes out of a pasted JSON: with real, escaped or lost line breaks,
 * with the service's line of warning before it. The error says what is wrong, without the text.
 */
export function readPrivateKey(pasted: string): Result<KeyObject, string> {
	const text = pasted.replace(/\\r|\\n/g, '\n');
	const begin = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text);
	const label = begin?.[1];
	if (begin === null || label === undefined) {
		return failed('is not a PEM text: it has no line "-----BEGIN PRIVATE KEY-----"');
	}
	const wrong = wrongLabel(label);
	if (wrong !== undefined) return failed(wrong);
	const from = begin.index + begin[0].length;
	const to = text.indexOf(`-----END ${label}-----`, from);
	if (to < 0) return failed(`is cut off: it has no line "-----END ${label}-----"`);
	return openKey(label, text.slice(from, to).replace(/\s+/g, ''));
}

function wrongLabel(label: string): string | undefined {
	if (label === 'PRIVATE KEY' || label === 'RSA PRIVATE KEY') return undefined;
	if (label.includes('PUBLIC KEY')) return 'is a public key; the private key is needed';
	if (label === 'ENCRYPTED PRIVATE KEY') return 'is protected by a password';
	if (label.includes('CERTIFICATE')) return 'is a certificate; the private key is needed';
	if (label === 'OPENSSH PRIVATE KEY') return 'is an SSH key, not one of Yandex Cloud';
	return `is not an RSA key but "${label}"`;
}

function openKey(label: string, base64: string): Result<KeyObject, string> {
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
		return failed('is damaged: between its first and last line stands more than base64');
	}
	const lines = base64.replace(/.{64}/g, '$&\n');
	const key = decode(`-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`);
	if (key === undefined) return failed('is damaged: it does not decode to a key');
	if (key.asymmetricKeyType !== 'rsa') {
		return failed(`is not an RSA key but ${key.asymmetricKeyType ?? 'another kind'}`);
	}
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	return bits >= MIN_BITS && bits <= MAX_BITS
		? ok(key)
		: failed(
				`has ${bits.toString()} bits; ${MIN_BITS.toString()} to ${MAX_BITS.toString()} are allowed`,
			);
}

/** OpenSSL's own reasons name offsets of its decoder, which help nobody. */
function decode(pem: string): KeyObject | undefined {
	try {
		return createPrivateKey(pem);
	} catch {
		return undefined;
	}
}
