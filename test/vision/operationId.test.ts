import fc from 'fast-check';
import { readEndpoints } from '../../nodes/YandexVisionOcr/vision/endpoints';
import {
	impossibleOperationId,
	readOperationId,
} from '../../nodes/YandexVisionOcr/vision/operationId';
import { operationUrl, recognitionUrl } from '../../nodes/YandexVisionOcr/vision/urls';
import { testLaw } from '../documents/fuzz';

const endpoints = readEndpoints({ operationEndpoint: 'https://gateway.example/yandex/' });
if (!endpoints.ok) throw new Error(endpoints.error.message);

test.each(['fbv1k2m3n4p5q6r7s8t9', ' fbv1\n', 'A-b_9', 'x'.repeat(100), impossibleOperationId])(
	'%j is an operation ID',
	(text) => {
		expect(readOperationId(text)).toEqual({ ok: true, value: text.trim() });
	},
);

test.each([
	['', /is empty/],
	['   ', /is empty/],
	[7, /is not a text/],
	[undefined, /is not a text/],
	['x'.repeat(101), /101 characters, at most 100/],
	['..', /characters that no ID has/],
	['../tokens', /characters that no ID has/],
	['a/b', /characters that no ID has/],
	['a%2Fb', /characters that no ID has/],
	['a?b', /characters that no ID has/],
	['a:cancel', /characters that no ID has/],
	['a b', /characters that no ID has/],
	['я', /characters that no ID has/],
	['[object Object]', /characters that no ID has/],
])('%j is refused', (value, words) => {
	const id = readOperationId(value);
	expect(id.ok ? 'taken' : id.error.message).toMatch(words);
});

const pieces = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom('..', '/', '\\', '%2e', '?', '#', '@', ':', '//evil.example', '\u0000', 'fbv'),
);

testLaw(
	'whatever is given as an ID, the request goes to the operation or nowhere',
	fc.array(pieces, { maxLength: 6 }),
	(parts) => {
		const id = readOperationId(parts.join(''));
		if (!id.ok) return true;
		const url = new URL(operationUrl(endpoints.value, id.value).url);
		return (
			url.href === `https://gateway.example/yandex/operations/${id.value}` &&
			recognitionUrl(endpoints.value, id.value).query?.operationId === id.value
		);
	},
);
