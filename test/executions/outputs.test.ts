import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { IDataObject } from 'n8n-workflow';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { MODELS } from '../../nodes/YandexVisionOcr/vision/models';
import { OUTPUTS } from '../../nodes/YandexVisionOcr/parameters';
import { readBinary } from '../support/engine/binaryData';
import type { Execution } from '../support/engine/execution';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';
import { around, inkOf, withoutExif } from '../support/ink';
import { overlap } from '../support/overlap';

const images = join(__dirname, '../fixtures/images');
const file = (name: string): readonly [string, Buffer] => [name, readFileSync(join(images, name))];

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({
		quotas: { sync: 1000, submit: 1000 },
		jobSeconds: 0.05,
		extraModels: ['newer-than-this-node'],
	});
});
afterAll(() => server.close());

async function read(name: string, parameters: IDataObject = {}): Promise<Execution> {
	return await recognizeLocally(server, {
		items: [itemWith({ data: file(name) })],
		parameters: parameters as never,
		onError: 'continueRegularOutput',
	});
}

async function itemsOf(name: string, parameters: IDataObject = {}): Promise<IDataObject[]> {
	return (await read(name, parameters)).items(ocrNode).map(({ json }) => json);
}

test.each(MODELS.map(({ id, languages }) => [id, languages ?? ['*']] as const))(
	'the model %s is asked for by its name',
	async (model, languages) => {
		const [item] = await itemsOf('passport-fake.jpg', {
			model,
			languages: [...languages],
			output: 'document',
		});

		expect(item).not.toHaveProperty('error');
		expect(item).toMatchObject({ file: 'passport-fake.jpg', pages: 1 });
	},
);

test('a model that is newer than the node passes through, and so does a language', async () => {
	const [item] = await itemsOf('testocr.png', {
		model: 'newer-than-this-node',
		languages: ['*'],
		output: 'document',
	});

	expect(item).not.toHaveProperty('error');
});

/** What tells an item of each output from the others. */
const marks: Readonly<Record<(typeof OUTPUTS)[number], string>> = {
	word: 'word',
	line: 'words',
	block: 'lines',
	page: 'tables',
	document: 'pages',
	table: 'csv',
	tableRow: 'Amount',
	entity: 'file',
	picture: 'x',
	raw: 'result',
};

test.each(
	OUTPUTS.flatMap((output) => [true, false].map((simplify) => [output, simplify] as const)),
)('the output %s comes out (Simplify: %s)', async (output, simplify) => {
	const items = await itemsOf('invoice-table.png', {
		model: 'table',
		languages: ['en'],
		output,
		simplify,
	});

	for (const item of items) expect(item).toHaveProperty(marks[output]);
	// There is no picture in it, and the model gives no fields.
	expect(items.length > 0).toBe(output !== 'picture' && output !== 'entity');
});

test('cells over rows and columns stand once, in the first of their places', async () => {
	const table = { model: 'table', languages: ['en'] };
	const rows = [
		['Product', 'Size', 'Price'],
		['Green tea', 'small', '3.50'],
		['', 'large', '4.80'],
		['Coffee', 'small', '2.90'],
		['', 'large', '3.90'],
		['Delivery on all orders this week', '', '5.00'],
	];
	const [whole] = await itemsOf('price-list.png', { ...table, output: 'table', simplify: false });
	const tableRows = await itemsOf('price-list.png', { ...table, output: 'tableRow' });

	expect(whole?.csv).toBe(rows.map((row) => `${row.join(',')}\r\n`).join(''));
	expect(String(whole?.markdown).split('\n').slice(2)).toEqual(
		rows.slice(1).map((row) => `| ${row.join(' | ')} |`),
	);
	expect(whole?.cells).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ text: 'Coffee', row: 4, column: 1, rowSpan: 2, columnSpan: 1 }),
			expect.objectContaining({ text: expect.stringMatching(/^Delivery/), columnSpan: 2 }),
		]),
	);
	expect(tableRows.map(({ Product, Size, Price }) => [Product, Size, Price])).toEqual(
		rows.slice(1),
	);
});

const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
const units = ['pixel', 'fraction', 'percent'] as const;
const frames = ['displayed', 'stored'] as const;

test.each(orientations)(
	'EXIF orientation %i: every unit and frame says where the words are',
	async (orientation) => {
		const name = `orientation-${orientation}.jpg`;
		const [upright] = await itemsOf(name, { simplify: false });
		expect(upright).toMatchObject({
			pageWidth: 480,
			pageHeight: 200,
			frame: 'displayed',
			unit: 'pixel',
		});

		for (const coordinateFrame of frames) {
			for (const coordinateUnit of units) {
				const [item] = await itemsOf(name, {
					simplify: false,
					options: { coordinateFrame, coordinateUnit },
				});
				const isTurned = coordinateFrame === 'stored' && orientation >= 5;
				expect(item).toMatchObject({
					frame: coordinateFrame,
					unit: coordinateUnit,
					pageWidth: isTurned ? 200 : 480,
					pageHeight: isTurned ? 480 : 200,
				});
				const scale = { pixel: [480, 200], fraction: [1, 1], percent: [100, 100] }[coordinateUnit];
				const [width = 1, height = 1] = coordinateUnit === 'pixel' && isTurned ? [200, 480] : scale;
				const share = [
					Number(item?.x) / width,
					Number(item?.y) / height,
					Number(item?.width) / width,
					Number(item?.height) / height,
				];
				expect(share).toEqual([
					expect.closeTo(Number((item?.normalized as IDataObject).x), 9),
					expect.closeTo(Number((item?.normalized as IDataObject).y), 9),
					expect.closeTo(Number((item?.normalized as IDataObject).width), 9),
					expect.closeTo(Number((item?.normalized as IDataObject).height), 9),
				]);
				for (const part of share) expect(part >= 0 && part <= 1).toBe(true);
			}
		}
	},
);

test.each(orientations)(
	'EXIF orientation %i: boxes As Stored lie on the ink of the pixels in the file',
	async (orientation) => {
		const [name, jpeg] = file(`orientation-${orientation}.jpg`);
		const items = await itemsOf(name, { options: { coordinateFrame: 'stored' } });

		expect(overlap(around(items), await inkOf(withoutExif(jpeg)))).toBeGreaterThan(0.9);
	},
);

test.each([
	['2', [2]],
	['1,3-5', [1, 3, 4, 5]],
	['-2', [11, 12]],
	['11-', [11, 12]],
])('the page range %s puts out these pages', async (pages, numbers) => {
	const items = await itemsOf('scanned-12-pages.pdf', { output: 'page', options: { pages } });

	expect(items.map(({ page }) => page)).toEqual(numbers);
});

test('pages that do not exist are refused before they are paid for', async () => {
	const billed = server.counts.billedPages;
	const execution = await read('scanned-12-pages.pdf', { options: { pages: '13-20' } });

	expect(errorsOf(execution)[0]).toMatchObject({
		code: 'PAGE_NOT_IN_DOCUMENT',
		message: expect.stringContaining('has 12'),
	});
	expect(server.counts.billedPages).toBe(billed);
});

test('a region keeps the words whose centre lies in it, and counts the others', async () => {
	const rectangle = { x: 0, y: 0, width: 100, height: 25, unit: 'percent' };
	const all = await itemsOf('testocr.png');
	const upper = await itemsOf('testocr.png', { options: { region: { rectangle } } });
	const [document] = await itemsOf('testocr.png', {
		output: 'document',
		options: { region: { rectangle } },
	});

	expect(upper.length).toBeGreaterThan(0);
	expect(upper.length).toBeLessThan(all.length);
	expect(document).toMatchObject({ words: upper.length, filtered: all.length - upper.length });
});

test('a region outside the page gives nothing and says so', async () => {
	const rectangle = { x: 5000, y: 5000, width: 10, height: 10, unit: 'pixel' };
	const execution = await read('testocr.png', { options: { region: { rectangle } } });

	expect(execution.items(ocrNode)).toEqual([]);
	expect(execution.hints(ocrNode)[0]?.message).toMatch(
		/testocr\.png: the Region lies outside page 1/,
	);
});

test.each([
	['csv', 'testocr.words.csv', 'text/csv'],
	['jsonl', 'testocr.words.jsonl', 'application/x-ndjson'],
])('words as a %s file are one item', async (wordsAsFile, fileName, mimeType) => {
	const count = (await itemsOf('testocr.png')).length;
	const execution = await read('testocr.png', { options: { wordsAsFile } });
	const [item] = execution.items(ocrNode);

	expect(item?.json).toMatchObject({ file: 'testocr.png', words: count });
	const binary = item?.binary?.words;
	expect(binary).toMatchObject({ fileName, mimeType });
	const text = binary === undefined ? '' : (await readBinary(binary)).toString();
	const lines = text.trimEnd().split(/\r?\n/);
	expect(lines).toHaveLength(wordsAsFile === 'csv' ? count + 1 : count);
});

test('more items than allowed come as a file, or as an error with the operation ID', async () => {
	const sync = await read('testocr.png', { options: { maxItems: 5 } });
	const async = await read('scanned-12-pages.pdf', { options: { maxItems: 5 } });

	expect(sync.items(ocrNode)).toHaveLength(1);
	expect(sync.items(ocrNode)[0]?.binary).toHaveProperty('items');
	expect(sync.hints(ocrNode)[0]?.message).toMatch(/Maximum Items/);
	expect(errorsOf(async)[0]).toMatchObject({
		code: 'TOO_MANY_ITEMS',
		hint: expect.stringMatching(/Output.*Page Range.*Words as File/),
		operationId: expect.any(String),
	});
});

test.each([
	['tableRow', /no table was found: the models Table and Markdown/],
	['entity', /no fields were found: the passport, license/],
])('the output %s with a model that gives none says which models do', async (output, said) => {
	const execution = await read('testocr.png', { output });

	expect(execution.items(ocrNode)).toEqual([]);
	expect(execution.hints(ocrNode)[0]?.message).toMatch(said);
});

test('a PDF of 201 pages is refused before it is sent', async () => {
	const pdf = await PDFDocument.create();
	for (let page = 0; page < 201; page++) pdf.addPage([100, 100]);
	const long = Buffer.from(await pdf.save({ useObjectStreams: false }));
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: ['long.pdf', long] })],
		onError: 'continueRegularOutput',
	});

	expect(errorsOf(execution)[0]).toMatchObject({
		code: 'TOO_MANY_PAGES',
		message: expect.stringMatching(/201.*200/),
	});
});

test.each(['sync', 'async'] as const)(
	'an encrypted PDF goes to the service (%s), and its refusal says what to do',
	async (processingMode) => {
		const { submit, sync } = server.counts.received;
		const execution = await recognizeLocally(server, {
			items: [itemWith({ data: ['encrypted.pdf', readFileSync(join(images, 'encrypted.pdf'))] })],
			parameters: { options: { processingMode } },
			onError: 'continueRegularOutput',
		});

		expect(errorsOf(execution)[0]).toMatchObject({
			code: 'REJECTED_BY_SERVICE',
			message: expect.stringMatching(/^encrypted\.pdf: .*encrypted/),
			hint: expect.stringMatching(/without a password/),
		});
		expect(server.counts.received.submit + server.counts.received.sync).toBe(submit + sync + 1);
	},
);
