import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const images = join(__dirname, '../fixtures/images');
const png = readFileSync(join(images, 'testocr.png'));
const jpeg = readFileSync(join(images, 'orientation-1.jpg'));
const pdf = readFileSync(join(images, 'scanned-1-page.pdf'));

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ stub: { wordsPerPage: 2 }, quotas: { sync: 1000 } });
});
afterAll(() => server.close());

/** A whole PNG as far as its header tells, of the given size. */
function pngOfSize(width: number, height: number): Buffer {
	const large = Buffer.from(png);
	large.writeUInt32BE(width, 16);
	large.writeUInt32BE(height, 20);
	return large;
}

const bad: ReadonlyArray<[what: string, name: string, bytes: Buffer, code: string, said: RegExp]> =
	[
		['an empty file', 'empty.png', Buffer.alloc(0), 'EMPTY_FILE', /empty \(0 bytes\)/],
		['text named .jpg', 'note.jpg', Buffer.from('Dear all,\n'), 'UNSUPPORTED_FILE_TYPE', /text/],
		[
			'a HEIC picture',
			'a.jpg',
			Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
			'UNSUPPORTED_FILE_TYPE',
			/HEIC/,
		],
		[
			'a TIFF picture',
			'a.jpg',
			Buffer.from('II*\0\x08\0\0\0', 'latin1'),
			'UNSUPPORTED_FILE_TYPE',
			/TIFF/,
		],
		[
			'a WebP picture',
			'a.png',
			Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'),
			'UNSUPPORTED_FILE_TYPE',
			/WebP/,
		],
		[
			'a BMP picture',
			'a.png',
			Buffer.concat([
				Buffer.from('BM'),
				Buffer.from([58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]),
				Buffer.alloc(40),
			]),
			'UNSUPPORTED_FILE_TYPE',
			/BMP/,
		],
		[
			'a GIF picture',
			'a.png',
			Buffer.from('GIF89a\x01\0\x01\0', 'latin1'),
			'UNSUPPORTED_FILE_TYPE',
			/GIF/,
		],
		[
			'a ZIP archive',
			'a.pdf',
			Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'),
			'UNSUPPORTED_FILE_TYPE',
			/ZIP/,
		],
		['a cut PNG', 'cut.png', png.subarray(0, png.length / 2), 'FILE_TRUNCATED', /./],
		['a cut JPEG', 'cut.jpg', jpeg.subarray(0, jpeg.length / 2), 'FILE_TRUNCATED', /./],
		[
			'a picture over 10 MB',
			'big.jpg',
			Buffer.concat([jpeg, Buffer.alloc(10_485_761 - jpeg.length)]),
			'FILE_TOO_LARGE',
			/10,485,761.*10,485,760/,
		],
		[
			'a PDF of 10 MB and a byte',
			'big.pdf',
			Buffer.concat([pdf, Buffer.alloc(10_485_761 - pdf.length, '\n')]),
			'FILE_TOO_LARGE',
			/10,485,761.*10,485,760/,
		],
		[
			'a picture over 20 megapixels',
			'wide.png',
			pngOfSize(5001, 4000),
			'IMAGE_TOO_LARGE',
			/20,004,000.*20,000,000/,
		],
	];

test.each(bad)('%s is refused before anything is sent', async (_what, name, bytes, code, said) => {
	const sentBefore = server.requests.length;
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: [name, bytes] })],
		onError: 'continueRegularOutput',
	});

	const [error] = errorsOf(execution);
	expect(error).toMatchObject({ code, file: name, retryable: false, httpStatus: null });
	expect(error?.message).toMatch(said);
	expect(error?.message).toContain(name);
	expect(error?.hint).toMatch(/\w{3}/);
	expect(server.requests.length).toBe(sentBefore);
});

test('the limits themselves are accepted', async () => {
	const execution = await recognizeLocally(server, {
		items: [
			itemWith({
				data: ['ten.jpg', Buffer.concat([jpeg, Buffer.alloc(10_485_760 - jpeg.length)])],
			}),
			itemWith({ data: ['pixels.png', pngOfSize(5000, 4000)] }),
		],
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode).map(({ json }) => json.file)).toEqual([
		'ten.jpg',
		'ten.jpg',
		'pixels.png',
		'pixels.png',
	]);
});

test('a missing binary field is named together with those that exist', async () => {
	const execution = await recognizeLocally(server, {
		items: [itemWith({ attachment_0: ['a.png', png], attachment_1: ['b.png', png] })],
		onError: 'continueRegularOutput',
	});

	const [error] = errorsOf(execution);
	expect(error).toMatchObject({ code: 'BINARY_FIELD_MISSING' });
	expect(error?.message).toMatch(/“data”.*attachment_0, attachment_1/);
	expect(error?.hint).toContain('attachment_*');
});

test('an item without any file says that files got lost before', async () => {
	const execution = await recognizeLocally(server, { items: [{ json: { subject: 'Hi' } }] });

	expect(execution.status).toBe('error');
	expect(execution.error).toMatchObject({
		message: expect.stringContaining('no binary fields'),
		description: expect.stringContaining('step before'),
	});
});

test.each([
	['handwritten', ['*'], /does not detect the language/],
	['table', [], /does not detect the language/],
	['page', ['ar', 'de'], /Arabic.*German/],
	['license-plates', ['fr'], /French/],
])('model %s refuses the languages %j before anything is sent', async (model, languages, said) => {
	const sentBefore = server.requests.length;
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: ['a.png', png] })],
		parameters: { model, languages },
		onError: 'continueRegularOutput',
	});

	expect(errorsOf(execution)[0]).toMatchObject({
		code: 'INVALID_LANGUAGES',
		message: expect.stringMatching(said),
	});
	expect(server.requests.length).toBe(sentBefore);
});

test('an expression that gives nonsense is named by its parameter', async () => {
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: ['a.png', png] })],
		parameters: { options: { maxItems: 'many' } },
		onError: 'continueRegularOutput',
	});

	expect(errorsOf(execution)[0]).toMatchObject({
		code: 'INVALID_PARAMETER',
		message: expect.stringContaining('Maximum Items'),
	});
});
