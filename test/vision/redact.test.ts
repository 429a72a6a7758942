import fc from 'fast-check';
import { createRedact } from '../../nodes/YandexVisionOcr/vision/redact';
import { fuzzRuns, fuzzTimeoutMs } from '../documents/fuzz';

const key = 'secret/key+with=all&kinds"of\\signs';
const redact = createRedact([key]);

const spellings: ReadonlyArray<readonly [string, (text: string) => string]> = [
	['as it is', (text) => text],
	['in JSON', (text) => JSON.stringify(text).slice(1, -1)],
	[
		'in JSON with slashes escaped',
		(text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
	],
	['in a URL', (text) => encodeURIComponent(text)],
	['in a URL, in lower case', (text) => encodeURIComponent(text).toLowerCase()],
	['in a form', (text) => new URLSearchParams({ a: text }).toString().slice(2)],
	['in base64', (text) => Buffer.from(text).toString('base64')],
	['in base64 after one byte', (text) => Buffer.from(`a${text}b`).toString('base64')],
	['in base64 after two bytes', (text) => Buffer.from(`ab${text}cd`).toString('base64')],
	['in base64url', (text) => Buffer.from(text).toString('base64url')],
];

test.each(spellings)('A secret %s is removed', (_how, spell) => {
	const shown = redact(`bad <${spell(key)}> key`);
	expect(shown).toMatch(/^bad <.{0,4}\[removed\].{0,4}> key$/);
});

test.each([
	['an API key in a header', 'got Api-Key abc.def', 'got [removed]'],
	['a token in a header', 'got "Bearer abc"', 'got "[removed]"'],
	['an API key', 'key AQVNaaaabbbbcccc is', 'key [removed] is'],
	['an IAM token', 'token t1.9euelZq-x.y_z is', 'token [removed] is'],
	['an OAuth token', 'token y0_AgAAAAAAAA is', 'token [removed] is'],
	['a JWT', 'jwt eyJhbGciOiJ.eyJpc3M.c2ln is', 'jwt [removed] is'],
	['a PEM', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', '[removed]'],
	['a cut PEM', 'x -----BEGIN RSA PRIVATE KEY-----\nMIIE', 'x [removed]'],
	['a document', `image ${'QUJD'.repeat(200)} bad`, 'image [removed] bad'],
])('%s that nobody named is removed by its looks', (_what, text, shown) => {
	expect(redact(text)).toBe(shown);
});

test.each([
	'operation data is not ready',
	'image size 7000x7000 exceeds the limit of 20000000 pixels',
	'Permission denied for folder b1g0123456789abcdefg',
	'request 2f1b0b44-5b3c-4f5e-9a51-0d5d0f3c9f11 failed',
])('The words of the service stay: %s', (text) => {
	expect(redact(text)).toBe(text);
});

test('A text becomes one line of at most 500 characters', () => {
	expect(redact('a\r\n\tb\u0000\u2028c')).toBe('a b c');
	const shown = redact('x '.repeat(5000));
	expect(shown).toHaveLength(500);
	expect(shown.endsWith('…')).toBe(true);
});

test('Nothing is removed when there is nothing to remove', () => {
	expect(createRedact([])('plain words')).toBe('plain words');
	expect(createRedact(['', 'a'])('plain words')).toBe('plain words');
});

const pem = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'.repeat(2)}\n-----END PRIVATE KEY-----\n`;

test('One line of a key of many lines is removed too', () => {
	const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'.repeat(2);
	expect(createRedact([pem])(`bad key: ${line.slice(0, 64)}`)).toBe('bad key: [removed]');
});

test(
	'Wherever a secret stands, however spelt and between whatever words, it is not shown',
	() => {
		const secret = fc.string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 80 });
		const words = fc.string({
			unit: fc.constantFrom('a', ' ', '"', '.', '[removed]', '\n', '='),
			maxLength: 600,
		});
		fc.assert(
			fc.property(
				secret.filter((text) => text.trim() === text && !/^[\W_a]+$/.test(text)),
				fc.constantFrom(...spellings),
				fc.array(words, { minLength: 1, maxLength: 6 }),
				(text, [, spell], parts) => {
					const shown = createRedact([text])(parts.join(spell(text)));
					return !shown.includes(text) && !shown.includes(spell(text)) && shown.length <= 500;
				},
			),
			fuzzRuns,
		);
	},
	fuzzTimeoutMs,
);

// A bound against growth with the square of the length, far above what a slow machine takes.
test.each(['-----BEGIN ', 'Bearer ', 'a', '+', 'eyJ.', key.slice(0, -1), ' '])(
	'A text of many %j does not hang',
	(unit) => {
		const before = performance.now();
		redact(unit.repeat(1_000_000));
		expect(performance.now() - before).toBeLessThan(1000);
	},
);
