import { inspectFile } from '../../nodes/YandexVisionOcr/documents/inspectFile';
import { jpegWith, pdfWith, pngWith } from './build';
import { fixtures, pictureFixtures, readableFixtures } from './fixtures';
import { problemOf, valueOf } from './results';

test.each(fixtures)('$name is told for what it is', ({ bytes, expected }) => {
	const result = inspectFile(bytes);
	if (typeof expected === 'string') {
		expect(problemOf(result)).toMatchObject({
			code: 'UNSUPPORTED_FILE_TYPE',
			message: `It is ${expected}, which the service does not read.`,
		});
	} else {
		expect(expected).toBeDefined();
		expect(valueOf(result)).toMatchObject(expected ?? {});
	}
});

const texts: ReadonlyArray<readonly [content: string, is: string]> = [
	['Dear all,\nplease find the invoice attached.\n', 'a text file'],
	['\ufeffПриветствую, посылаю вам счёт за март месяц.', 'a text file'],
	['a', 'a text file'],
	['<!DOCTYPE html>\n<html><body>Sign in</body></html>', 'a web page (HTML)'],
	['\n  <HTML lang="en">', 'a web page (HTML)'],
	['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'a web page (HTML)'],
	['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG drawing'],
	['<svg viewBox="0 0 1 1"></svg>', 'an SVG drawing'],
	['<?xml version="1.0"?>\n<order/>', 'an XML file'],
	['{"error":"unauthorized"}', 'a JSON text'],
	['[{"id": 1}]', 'a JSON text'],
	['{\\rtf1\\ansi Hello}', 'an RTF document'],
	['%!PS-Adobe-3.0\n', 'a PostScript document'],
	['Received: from mx.example.com by mail.example.com;\r\n', 'an e-mail message (.eml)'],
	['Subject: invoice\r\nFrom: a@example.com\r\n\r\n', 'an e-mail message (.eml)'],
	['/9j/4AAQSkZJRgABAQAAAQABAAD', 'the base64 text of a JPEG picture, not the picture'],
	[
		'data:image/png;base64,iVBORw0KGgoAAAANSUhE',
		'the base64 text of a PNG picture, not the picture',
	],
	['JVBERi0xLjQKJeLjz9MK', 'the base64 text of a PDF, not the PDF'],
];

test.each(texts)('%j is told to be %s', (content, is) => {
	expect(problemOf(inspectFile(Buffer.from(content)))).toMatchObject({
		code: 'UNSUPPORTED_FILE_TYPE',
		message: `It is ${is}, which the service does not read.`,
	});
});

test('text in UTF-16 and in an eight-bit alphabet is text', () => {
	const utf16 = Buffer.from('\ufeffHello', 'utf16le');
	const windows1251 = Buffer.from(Array.from({ length: 64 }, (_, index) => 0xc0 + (index % 64)));
	for (const bytes of [utf16, windows1251]) {
		expect(problemOf(inspectFile(bytes)).message).toContain('It is a text file');
	}
});

test('an empty file is called empty', () => {
	expect(problemOf(inspectFile(Buffer.alloc(0))).code).toBe('EMPTY_FILE');
});

test('unknown bytes are shown', () => {
	const { code, message } = problemOf(inspectFile(Buffer.from([0, 1, 2, 3, 0xff])));
	expect(code).toBe('UNSUPPORTED_FILE_TYPE');
	expect(message).toBe('It is of an unknown type (its first bytes are 00 01 02 03 ff).');
});

test('bytes that were made text on the way are recognized as such', () => {
	const mangled = Buffer.from(Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('utf8'));
	expect(problemOf(inspectFile(mangled)).hint).toContain('Response Format');
});

test('a PNG that went through a transfer in text mode is recognized as such', () => {
	const mangled = Buffer.from(pngWith([]).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
	expect(problemOf(inspectFile(mangled))).toMatchObject({ code: 'FILE_DAMAGED' });
	expect(problemOf(inspectFile(mangled)).hint).toContain('binary mode');
});

test('the type comes from the beginning, wherever the bytes lie in their buffer', () => {
	for (const { bytes, expected } of readableFixtures) {
		const pool = Buffer.alloc(bytes.length + 2000, 0x20);
		bytes.copy(pool, 1000);
		const view = new Uint8Array(pool.buffer, pool.byteOffset + 1000, bytes.length);
		expect(valueOf(inspectFile(view))).toMatchObject(expected ?? {});
	}
});

describe('a picture that is cut off', () => {
	test.each(pictureFixtures)('$name is refused at every length', ({ bytes }) => {
		const complete = valueOf(inspectFile(bytes));
		// The last bytes of a PNG are the checksum of its end: without them it can still be read.
		const needed = complete.format === 'png' ? bytes.length - 4 : bytes.length;
		for (let length = 4; length < needed; length++) {
			const problem = problemOf(inspectFile(bytes.subarray(0, length)));
			expect(`${length}: ${problem.code}`).toBe(`${length}: FILE_TRUNCATED`);
		}
	});

	test.each(pictureFixtures)(
		'$name is not taken for one because of what follows it',
		({ bytes }) => {
			const complete = valueOf(inspectFile(bytes));
			for (const tail of [
				Buffer.alloc(4096),
				Buffer.from('a clip'),
				bytes,
				bytes.subarray(0, 20),
			]) {
				expect(valueOf(inspectFile(Buffer.concat([bytes, tail])))).toEqual(complete);
			}
		},
	);
});

const damaged: ReadonlyArray<readonly [what: string, bytes: Buffer]> = [
	['a JPEG of width 0', jpegWith([], 0, 6)],
	['a JPEG of height 0', jpegWith([], 8, 0)],
	['a PNG of width 0', pngWith([], 0, 6)],
	['a PNG of height 0', pngWith([], 8, 0)],
	['a PNG wider than the format allows', pngWith([], 0x8000_0000, 6)],
	['a JPEG of nothing but marks', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
];

test.each(damaged)('%s is called damaged', (_, bytes) => {
	expect(problemOf(inspectFile(bytes)).code).toBe('FILE_DAMAGED');
});

test('a PDF is found behind other bytes, up to the 1,024th', () => {
	const pdf = pdfWith(
		'1 0 obj<</Type/Pages/Count 1>>endobj',
		'2 0 obj<</Type/Page/Parent 1 0 R>>endobj',
	);
	const behind = (bytes: number) => inspectFile(Buffer.concat([Buffer.alloc(bytes, 0x0a), pdf]));
	expect(valueOf(behind(1019))).toMatchObject({ format: 'pdf', pageCount: 1 });
	expect(behind(1020).ok).toBe(false);
});

test('a PDF that is cut off is refused where that is sure', () => {
	for (const { name, bytes } of readableFixtures.filter((file) => file.name.endsWith('.pdf'))) {
		const half = bytes.subarray(0, bytes.length / 2);
		expect(`${name}: ${problemOf(inspectFile(half)).code}`).toBe(`${name}: FILE_TRUNCATED`);
	}
});
