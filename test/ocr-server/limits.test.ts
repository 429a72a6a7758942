import { PDFDocument } from 'pdf-lib';

import { TOO_MANY_PDF_PAGES } from '../../ocr-server/limits';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import {
	apiKey,
	body,
	type Document,
	errorOf,
	picture,
	recognizeText,
	send,
	withServer,
} from './client';

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ quotas: { sync: 1000, submit: 1000 } });
});

afterAll(async () => await server.close());

/** A PNG's header with a size of its own. */
function pngOfSize(width: number, height: number): Buffer {
	const bytes = Buffer.from(picture('blank.png'));
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

const padded = (length: number) =>
	Buffer.concat([picture('blank.png'), Buffer.alloc(length)], length);

const accepted: ReadonlyArray<[string, Document]> = [
	['10,485,760 bytes', { bytes: padded(10_485_760) }],
	['20 megapixels', { bytes: pngOfSize(5000, 4000) }],
	['PNG as a short name', { bytes: picture('blank.png'), mimeType: 'PNG' }],
	['a PDF of one page', { bytes: picture('scanned-1-page.pdf') }],
	['Arabic with English', { bytes: picture('blank.png'), languageCodes: ['ar', 'en'] }],
];

test.each(accepted)('takes %s', async (_name, document) => {
	expect((await recognizeText(server, document)).status).toBe(200);
});

const bytes = picture('blank.png');

const refused: ReadonlyArray<[string, Document, RegExp]> = [
	['one byte more', { bytes: padded(10_485_761) }, /10485761 bytes, allowed 10485760/],
	['one row more', { bytes: pngOfSize(5000, 4001) }, /20005000 pixels, allowed 20000000/],
	['text', { bytes: Buffer.from('hello') }, /cannot decode/],
	['a GIF', { bytes: Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1') }, /cannot decode/],
	['a PDF called an image', { bytes: picture('scanned-1-page.pdf'), mimeType: 'PNG' }, /mimeType/],
	['an encrypted PDF', { bytes: picture('encrypted.pdf') }, /encrypted/],
	['a damaged PDF', { bytes: Buffer.from('%PDF-1.7\nnothing') }, /cannot decode/],
	[
		'twelve pages at once',
		{ bytes: picture('scanned-12-pages.pdf') },
		new RegExp(TOO_MANY_PDF_PAGES),
	],
	['an unknown model', { bytes, model: 'nonsense' }, /model/],
	['a model with a long name', { bytes, model: 'x'.repeat(51) }, /model: length 51/],
	['an inherited name as model', { bytes, model: 'constructor' }, /model/],
	['detection where it is refused', { bytes, model: 'handwritten' }, /takes the languages ru, en/],
	['no language where one is wanted', { bytes, model: 'table', languageCodes: [] }, /tr/],
	['two large alphabets', { bytes, languageCodes: ['ar', 'zh'] }, /no common language model/],
	['too many languages', { bytes, languageCodes: Array(9).fill('en') as string[] }, /number/],
	['an unknown language', { bytes, languageCodes: ['qq'] }, /"qq"/],
];

test.each(refused)('refuses %s', async (_name, document, message) => {
	const before = server.counts.billedPages;
	const reply = await recognizeText(server, document);
	expect(reply.status).toBe(400);
	expect(errorOf(reply)).toEqual({ code: 3, message: expect.stringMatching(message) });
	expect(server.counts.billedPages).toBe(before);
});

test.each([
	'x',
	'[]',
	'{"content": 1}',
	'{"content": "a*b="}',
	'{"content": "aGk=", "languageCodes": "ru"}',
])('refuses the body %s', async (text) => {
	const url = `${server.url}/ocr/v1/recognizeText`;
	const reply = await send('POST', url, apiKey(server), text);
	expect([reply.status, errorOf(reply).code]).toEqual([400, 3]);
});

async function emptyPdf(pages: number): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (let page = 0; page < pages; page += 1) document.addPage([100, 100]);
	return Buffer.from(await document.save());
}

test.each([
	[200, 200],
	[201, 400],
])('answers an asynchronous PDF of %i pages with %i', async (pages, status) => {
	const document = { bytes: await emptyPdf(pages) };
	const url = `${server.url}/ocr/v1/recognizeTextAsync`;
	const reply = await send('POST', url, apiKey(server), body(document));
	expect(reply.status).toBe(status);
});

test('answers 429 above the quota, with the hint that was asked for', async () => {
	await withServer({ quotas: { sync: 1 }, retryAfter: '7' }, async (strict) => {
		const replies = await Promise.all([1, 2, 3].map(() => recognizeText(strict, { bytes })));
		expect(replies.map((reply) => reply.status).sort()).toEqual([200, 429, 429]);
		const late = replies.find((reply) => reply.status === 429);
		expect(late?.headers['retry-after']).toBe('7');
		expect(strict.counts.overQuota.sync).toBe(2);
	});
});
