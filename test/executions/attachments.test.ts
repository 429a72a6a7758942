import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const images = join(__dirname, '../fixtures/images');
const file = (name: string): readonly [string, Buffer] => [name, readFileSync(join(images, name))];
const docx: readonly [string, Buffer] = [
	'offer.docx',
	Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'),
];

/** An e-mail as n8n's IMAP node hands it on: a signature's logo, a scan, an Office file. */
const email = itemWith(
	{
		attachment_0: file('logo.png'),
		attachment_1: docx,
		attachment_2: file('testocr.png'),
		attachment_10: file('scanned-12-pages.pdf'),
	},
	{ subject: 'Invoice 7', from: 'a@example.com' },
);

let server: OcrServer;

beforeEach(async () => {
	server = await startOcrServer({
		stub: { wordsPerPage: 1, recordings: false },
		quotas: { sync: 1000 },
		jobSeconds: 0.05,
	});
});
afterEach(() => server.close());

test('a wildcard takes all readable attachments in natural order and tells what it skipped', async () => {
	const execution = await recognizeLocally(server, {
		items: [email],
		parameters: { binaryPropertyName: 'attachment_*', output: 'document' },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode).map(({ json, pairedItem }) => [json.file, pairedItem])).toEqual([
		['logo.png', { item: 0 }],
		['testocr.png', { item: 0 }],
		['scanned-12-pages.pdf', { item: 0 }],
	]);
	expect(execution.hints(ocrNode).map(({ message }) => message)).toEqual([
		expect.stringMatching(/^Skipped: offer\.docx: .*ZIP|Office/),
	]);
});

test.each([
	['minBytes', { minBytes: 20_000 }, ['testocr.png', 'scanned-12-pages.pdf']],
	['minPixels', { minPixels: 100_000 }, ['testocr.png', 'scanned-12-pages.pdf']],
	['fileTypes', { fileTypes: ['pdf'] }, ['scanned-12-pages.pdf']],
	[
		'fileNamePattern',
		{ fileNamePattern: 'SCAN*, *ocr.png' },
		['testocr.png', 'scanned-12-pages.pdf'],
	],
])('the filter %s leaves out what does not fit', async (_filter, options, taken) => {
	const execution = await recognizeLocally(server, {
		items: [email],
		parameters: { binaryPropertyName: '*', output: 'document', options },
	});

	expect(execution.items(ocrNode).map(({ json }) => json.file)).toEqual(taken);
	expect(execution.hints(ocrNode)[0]?.message).toContain('logo.png');
});

test('skipped files come as items where asked for', async () => {
	const execution = await recognizeLocally(server, {
		items: [email],
		parameters: {
			binaryPropertyName: '*',
			output: 'document',
			options: { skippedAsItems: true, fileTypes: ['png'], minBytes: 20_000 },
		},
	});

	expect(execution.items(ocrNode).map(({ json }) => [json.file, json.skipped ?? false])).toEqual([
		['logo.png', true],
		['offer.docx', true],
		['testocr.png', false],
		['scanned-12-pages.pdf', true],
	]);
	expect(execution.items(ocrNode)[0]?.json.reason).toMatch(/\w/);
});

test('a damaged file found by a wildcard fails alone', async () => {
	const cut = file('testocr.png')[1].subarray(0, 5000);
	const execution = await recognizeLocally(server, {
		items: [itemWith({ attachment_0: ['cut.png', cut], attachment_1: file('testocr.png') })],
		parameters: { binaryPropertyName: 'attachment_*', output: 'document' },
		onError: 'continueErrorOutput',
	});

	expect(execution.items(ocrNode).map(({ json }) => json.file)).toEqual(['testocr.png']);
	expect(execution.items(ocrNode, 1).map(({ json }) => json.error)).toEqual([
		expect.objectContaining({
			code: 'FILE_TRUNCATED',
			file: 'cut.png',
			binaryField: 'attachment_0',
		}),
	]);
});

test('a list fails only for the field that is missing', async () => {
	const execution = await recognizeLocally(server, {
		items: [itemWith({ scan: file('testocr.png') })],
		parameters: { binaryPropertyName: 'scan, photo', output: 'document' },
		onError: 'continueRegularOutput',
	});

	expect(execution.items(ocrNode)[0]?.json.file).toBe('testocr.png');
	expect(errorsOf(execution)).toEqual([
		expect.objectContaining({ code: 'BINARY_FIELD_MISSING', binaryField: 'photo' }),
	]);
});

test.each([
	['nothing', []],
	['item', [{ file: null, text: '', empty: true }]],
])('an e-mail without attachments gives %s and a hint', async (whenEmpty, items) => {
	const execution = await recognizeLocally(server, {
		items: [{ json: { subject: 'no files' } }],
		parameters: { binaryPropertyName: 'attachment_*', options: { whenEmpty } },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode).map(({ json }) => json)).toEqual(items);
	expect(execution.hints(ocrNode)[0]?.message).toContain('attachment_*');
});

test.each([
	['nothing', []],
	['item', [{ file: 'blank.png', text: '', empty: true }]],
])('a blank page gives %s and a hint that names the file', async (whenEmpty, items) => {
	const blank = await startOcrServer({ stub: { wordsPerPage: 0, recordings: false } });
	const execution = await recognizeLocally(blank, {
		items: [itemWith({ data: file('blank.png') })],
		parameters: { options: { whenEmpty } },
	});
	const document = await recognizeLocally(blank, {
		items: [itemWith({ data: file('blank.png') })],
		parameters: { output: 'document' },
	});
	await blank.close();

	expect(execution.items(ocrNode).map(({ json }) => json)).toEqual(items);
	expect(execution.hints(ocrNode)[0]?.message).toBe('Please note: blank.png: no text was found.');
	expect(document.items(ocrNode)[0]?.json).toMatchObject({ text: '', words: 0 });
});

test('input fields and files are carried along as chosen', async () => {
	const run = async (options: Record<string, unknown>) =>
		(
			await recognizeLocally(server, {
				items: [email],
				parameters: { binaryPropertyName: 'attachment_2', options: options as never },
			})
		).items(ocrNode)[0];
	const none = await run({});
	const all = await run({ inputFields: 'all', keepBinary: true });
	const chosen = await run({ inputFields: 'chosen', inputFieldNames: 'from, nonsense' });

	expect(none?.json).not.toHaveProperty('subject');
	expect(none).not.toHaveProperty('binary');
	expect(all?.json).toMatchObject({ subject: 'Invoice 7', from: 'a@example.com', word: 1 });
	expect(Object.keys(all?.binary ?? {})).toHaveLength(4);
	expect(chosen?.json).toMatchObject({ from: 'a@example.com', word: 1 });
	expect(chosen?.json).not.toHaveProperty('subject');
	expect(chosen?.json).not.toHaveProperty('nonsense');
});

test.each([
	['plain base64', (bytes: Buffer) => bytes.toString('base64')],
	['a data URL', (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`],
])('%s is recognized', async (_what, encode) => {
	const execution = await recognizeLocally(server, {
		items: [{ json: { content: encode(file('testocr.png')[1]) } }],
		parameters: { inputSource: 'base64', base64: '={{ $json.content }}', output: 'document' },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode)[0]?.json).toMatchObject({ words: 1 });
});

test('where there are no files, none are kept', async () => {
	const execution = await recognizeLocally(server, {
		items: [{ json: { content: file('testocr.png')[1].toString('base64') } }],
		parameters: {
			inputSource: 'base64',
			base64: '={{ $json.content }}',
			options: { keepBinary: true },
		},
	});

	expect(execution.items(ocrNode)[0]?.json).toMatchObject({ word: 1 });
	expect(execution.items(ocrNode)[0]).not.toHaveProperty('binary');
});

test('a file that is filtered out is skipped whatever its size, also where it was named', async () => {
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: ['backup.zip', Buffer.alloc(10_485_761)] })],
		parameters: { options: { fileNamePattern: '*.pdf' } },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.hints(ocrNode)[0]?.message).toMatch(/^Skipped: backup\.zip: Its name/);
});
