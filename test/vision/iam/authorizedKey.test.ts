import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { readAuthorizedKey } from '../../../nodes/YandexVisionOcr/vision/iam/authorizedKey';
import { testLaw } from '../../documents/fuzz';
import { quickestMs } from '../../support/quickestMs';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const spki = { type: 'spki', format: 'pem' } as const;
const rsa = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	publicKeyEncoding: spki,
	privateKeyEncoding: pem,
});
const ec = generateKeyPairSync('ec', {
	namedCurve: 'P-256',
	publicKeyEncoding: spki,
	privateKeyEncoding: pem,
});
const short = generateKeyPairSync('rsa', {
	modulusLength: 1024,
	publicKeyEncoding: spki,
	privateKeyEncoding: pem,
});

const prefix = 'PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <aje1>\n';
const file = {
	id: 'aje1',
	service_account_id: 'aje2',
	created_at: '2026-11-22T09:00:00Z',
	key_algorithm: 'RSA_2048',
	public_key: rsa.publicKey,
	private_key: prefix + rsa.privateKey,
};
const answer = {
	key: {
		id: 'aje1',
		serviceAccountId: 'aje2',
		createdAt: '2026-11-22T09:00:00Z',
		keyAlgorithm: 'RSA_2048',
		publicKey: rsa.publicKey,
	},
	privateKey: prefix + rsa.privateKey,
};
const text = JSON.stringify(file, undefined, 2);

describe('A pasted key is read', () => {
	test.each([
		['as the downloaded file', text],
		['on one line', JSON.stringify(file)],
		['as the answer of the API', JSON.stringify(answer, undefined, 2)],
		[
			'without the warning before the PEM',
			JSON.stringify({ ...file, private_key: rsa.privateKey }),
		],
		['with CRLF between its lines', text.replaceAll('\n', '\r\n')],
		[
			'with CRLF inside the PEM',
			JSON.stringify({ ...file, private_key: rsa.privateKey.replaceAll('\n', '\r\n') }),
		],
		['with real line breaks inside the PEM', text.replaceAll('\\n', '\n')],
		['with real CRLF inside the PEM', text.replaceAll('\\n', '\r\n')],
		['with line breaks escaped twice', text.replaceAll('\\n', '\\\\n')],
		[
			'without any line breaks in the PEM',
			JSON.stringify({ ...file, private_key: file.private_key.replaceAll('\n', '') }),
		],
		[
			'with spaces for line breaks in the PEM',
			JSON.stringify({ ...file, private_key: file.private_key.replaceAll('\n', ' ') }),
		],
		// The editor shows a password as one line: browsers drop the line breaks, or make them spaces.
		['into one line, its line breaks dropped', text.replaceAll('\n', '')],
		['into one line, its line breaks made spaces', text.replaceAll('\n', ' ')],
		[
			'into one line from a PEM with real line breaks, dropped',
			text.replaceAll('\\n', '\n').replaceAll('\n', ''),
		],
		[
			'into one line from a PEM with real line breaks, made spaces',
			text.replaceAll('\\n', '\r\n').replaceAll('\r\n', ' ').replaceAll('\n', ' '),
		],
		['with a byte order mark', `\uFEFF${text}`],
		['in single quotes', `'${text}'`],
		['in double quotes', `"${text}"`],
		['in back ticks', `\`${text}\``],
		['as a JSON text inside JSON', JSON.stringify(text)],
		['with white space around it', `\n\t ${text} \r\n`],
		[
			'with fields that nobody knows',
			JSON.stringify({ ...file, description: 'mine', __proto__x: {} }),
		],
	])('%s', (_how, pasted) => {
		const key = readAuthorizedKey(pasted);
		if (!key.ok) throw new Error(key.error.message);
		expect(key.value).toMatchObject({ keyId: 'aje1', serviceAccountId: 'aje2' });
		const signature = sign('sha256', Buffer.from('x'), key.value.privateKey);
		expect(verify('sha256', Buffer.from('x'), createPublicKey(rsa.publicKey), signature)).toBe(
			true,
		);
	});
});

const without = (name: keyof typeof file) => JSON.stringify({ ...file, [name]: undefined });
const withKey = (privateKey: unknown) => JSON.stringify({ ...file, private_key: privateKey });

describe('What is wrong with a pasted key is said:', () => {
	test.each([
		['nothing pasted', '  ', /is empty/],
		['a value that is no text', 7, /is empty/],
		['too much pasted', 'x'.repeat(40_000), /has 40000 characters.*\(32768\)/],
		['plain words', 'my key', /not JSON at line 1, character 1\b/],
		['a comma too many', '{\n  "id": "a",\n}', /not JSON at line 3, character 1\b/],
		['a comma missing', '{"id": "a" "b": 1}', /not JSON at line 1, character 12\b/],
		['something after the end', '{"id": "a"} x', /not JSON at line 1, character 13\b/],
		['the end missing', text.slice(0, 700), /not whole JSON: its end is missing/],
		['the last brace missing', text.slice(0, -1), /not whole JSON: its end is missing/],
		['typographic quotes', '{“id”: “a”}', /quotes are typographic/],
		['a list', '[]', /a list and not an object/],
		['a single value', 'null', /a single value and not an object/],
		['no id', without('id'), /no field "id"/],
		['no service account', without('service_account_id'), /no field "service_account_id"/],
		['no private key', without('private_key'), /no field "private_key", only the public one/],
		['an id that is none', JSON.stringify({ ...file, id: '../x' }), /"id".*is not an ID/],
		['a public key for the private', withKey(rsa.publicKey), /is a public key/],
		['an elliptic curve key', withKey(ec.privateKey), /is not an RSA key but ec/],
		['a short RSA key', withKey(short.privateKey), /has 1024 bits/],
		['a cut PEM', withKey(rsa.privateKey.slice(0, 900)), /is cut off/],
		['a PEM without its middle', withKey(rsa.privateKey.replace(/\n.{64}\n/, '\n')), /is damaged/],
		['a PEM with stars in it', withKey(rsa.privateKey.replace('M', '*')), /more than base64/],
		['a key that is no PEM', withKey('secret'), /is not a PEM text/],
		['a key with a password', withKey('-----BEGIN ENCRYPTED PRIVATE KEY-----'), /password/],
		['an SSH key', withKey('-----BEGIN OPENSSH PRIVATE KEY-----'), /SSH key/],
		['a certificate', withKey('-----BEGIN CERTIFICATE-----'), /certificate/],
		['only the PEM', rsa.privateKey, /only the PEM text/],
		['an API key', 'AQVNabcdefgh', /is an API key/],
		['an IAM token', 't1.abc.def', /is an IAM token/],
		['an OAuth token', 'y0_abc', /is an OAuth token/],
		["an API key's JSON", '{"api_key": {"id": "a"}, "secret": "AQVN"}', /API key's JSON/],
		["an OAuth client's JSON", '{"web": {"client_id": "a"}}', /OAuth client's JSON/],
		["another cloud's key", '{"type": "service_account", "client_email": "a@b"}', /Google Cloud/],
		["a user's key", JSON.stringify({ id: 'a', user_account_id: 'b' }), /a user's authorized key/],
	])('%s', (_what, pasted, words) => {
		const key = readAuthorizedKey(pasted);
		expect(key.ok ? 'read' : key.error.message).toMatch(words);
	});
});

/** Places to break the file at: whole tokens as well as single characters. */
const mutation = fc.record({
	at: fc.nat(text.length),
	removed: fc.nat(40),
	inserted: fc.oneof(
		fc.constantFrom(
			'"',
			'\\',
			'{',
			'}',
			'[',
			',',
			':',
			'\n',
			'\\u00',
			'-----',
			'-----END',
			'__proto__',
		),
		fc.string({ unit: 'binary', maxLength: 8 }),
	),
});
const secretLine = rsa.privateKey.split('\n')[5] ?? '';

testLaw(
	'Whatever is pasted is answered, and never quoted',
	fc.array(mutation, { minLength: 1, maxLength: 5 }),
	(mutations) => {
		const pasted = mutations.reduce(
			(all, { at, removed, inserted }) => all.slice(0, at) + inserted + all.slice(at + removed),
			text,
		);
		const key = readAuthorizedKey(pasted);
		return key.ok || !(key.error.message + key.error.hint).includes(secretLine);
	},
);

testLaw(
	'Text that is not a key at all is answered too',
	fc.string({
		unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', ' ', '\n', '"id"', '-----'),
		maxLength: 400,
	}),
	(pasted) => !readAuthorizedKey(pasted).ok,
);

// A bound against growth with the square of the length.
test.each(['"\\"', '{"a":', '[', '\\', '"', ' ', '-----BEGIN ', "'\\", '"\n', '\\n'])(
	'32,000 characters of %j do not hang the reader',
	(unit) => {
		const hostile = unit.repeat(Math.floor(32_000 / unit.length));
		const read = () => {
			readAuthorizedKey(hostile);
			readAuthorizedKey(`{"id": "${hostile}`);
			readAuthorizedKey(JSON.stringify({ ...file, private_key: hostile.slice(0, 15_000) }));
		};
		expect(quickestMs(50, read)).toBeLessThan(50);
	},
);
