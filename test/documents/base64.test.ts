import fc from 'fast-check';
import { decodeBase64 } from '../../nodes/YandexVisionOcr/documents/base64';
import { limits } from '../../nodes/YandexVisionOcr/documents/limits';
import { fixture } from './fixtures';
import { fuzzRuns, fuzzTimeoutMs } from './fuzz';
import { problemOf, valueOf } from './results';

const picture = fixture('drawn.png');
const plain = picture.toString('base64');

const forms: ReadonlyArray<readonly [form: string, text: string]> = [
	['plain', plain],
	['without padding', plain.replace(/=+$/, '')],
	['in the URL-safe alphabet', picture.toString('base64url')],
	['in lines of 76 characters', plain.replace(/.{76}/g, '$&\r\n')],
	['with blanks around it', `\n\t ${plain} \n`],
	['as a data URL', `data:image/png;base64,${plain}`],
	['as a data URL with parameters', `data:image/png;name=a.png;charset=utf-8;base64,${plain}`],
	['as a data URL without a type', `data:;base64,${plain}`],
	['as a data URL in capitals', `DATA:IMAGE/PNG;BASE64,${plain}`],
];

test.each(forms)('a picture %s', (_, text) => {
	expect(valueOf(decodeBase64(text)).equals(picture)).toBe(true);
});

const mistakes: ReadonlyArray<readonly [text: string, says: string]> = [
	['', 'empty'],
	[' \n', 'empty'],
	['data:image/png;base64', 'no comma'],
	[`data:${'a'.repeat(300)};base64,AAAA`, 'no comma'],
	['data:text/plain,hello', 'not encoded as base64'],
	['https://example.com/scan.png', 'is a URL'],
	['filesystem-v2', 'reference to a stored file'],
	['filesystem-v2:workflows/1/executions/2/binary_data/3', 'reference to a stored file'],
	['database', 'reference to a stored file'],
	['[object Object]', 'is an object'],
	['AAAA$AAA', 'character 5 is "$"'],
	['AA=AAAAA', 'character 3 is "="'],
	['AAAA====', 'character 5 is "="'],
	['Привет', 'character 1 is "П"'],
	['AAAAA', 'cut off: 5 characters'],
];

test.each(mistakes)('%.40j is refused: %s', (text, says) => {
	const { code, message, hint } = problemOf(decodeBase64(text));
	expect(code).toBe('INVALID_BASE64');
	expect(message).toContain(says);
	expect(hint).not.toBe('');
});

test('a text that makes more than 10 MB is not decoded', () => {
	const digitsFor = (bytes: number) => 'A'.repeat(Math.ceil((bytes * 4) / 3));
	expect(valueOf(decodeBase64(digitsFor(limits.maxFileBytes))).length).toBe(limits.maxFileBytes);
	const { code, message } = problemOf(decodeBase64(digitsFor(limits.maxFileBytes + 1)));
	expect(code).toBe('FILE_TOO_LARGE');
	expect(message).toContain('10,485,761');
});

test(
	'what was encoded comes back',
	() => {
		const alphabets = fc.constantFrom<BufferEncoding>('base64', 'base64url');
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 99 }), alphabets, (bytes, alphabet) => {
				const file = Buffer.from(bytes);
				const text = file.toString(alphabet);
				// Few words of bytes are also words that are known mistakes.
				const decoded = decodeBase64(text);
				return decoded.ok
					? decoded.value.equals(file)
					: /^(?:s3|azure|database|filesystem)$/.test(text);
			}),
			fuzzRuns,
		);
	},
	fuzzTimeoutMs,
);

test(
	'no text makes it throw or decode to more than it holds',
	() => {
		const unit = fc.oneof(
			fc.constantFrom('A', '=', ',', ';', '-', '\n'),
			fc.string({ maxLength: 1 }),
		);
		const start = fc.constantFrom('', 'data:', 'data:;base64,', plain.slice(0, 20));
		fc.assert(
			fc.property(start, fc.string({ unit, maxLength: 30 }), (beginning, rest) => {
				const text = beginning + rest;
				const decoded = decodeBase64(text);
				return !decoded.ok || decoded.value.length <= text.length;
			}),
			fuzzRuns,
		);
	},
	fuzzTimeoutMs,
);
