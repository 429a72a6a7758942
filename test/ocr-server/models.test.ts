import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { pagesOf, picture, recognizeText, type WirePage, type Vertex, wordsOf } from './client';

/** What the models make of the words that were recorded for our own pictures. */
let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ quotas: { sync: 1000 } });
});

afterAll(async () => await server.close());

async function annotate(file: string, model: string): Promise<WirePage> {
	const document = { bytes: picture(file), model, languageCodes: ['en'] };
	const [page] = pagesOf(await recognizeText(server, document));
	if (page === undefined) throw new Error(`no page of ${file}`);
	return page;
}

test('table: cells in rows and columns, and one over three columns', async () => {
	const { tables } = await annotate('invoice-table.png', 'table');
	expect(tables).toMatchObject([{ rowCount: '5', columnCount: '4' }]);
	const cells = tables?.[0]?.cells ?? [];
	const row = (index: number) =>
		cells
			.filter((cell) => Number(cell.rowIndex ?? 0) === index)
			.map((cell) => [cell.text, cell.columnSpan]);
	expect(row(1)).toEqual([
		['Paper, white', '1'],
		['10', '1'],
		['4.50', '1'],
		['45.00', '1'],
	]);
	expect(row(4)).toEqual([
		['Total, to be paid within thirty days, with thanks', '3'],
		['96.80', '1'],
	]);
});

test('table: cells over two rows, and one over two columns', async () => {
	const { tables } = await annotate('price-list.png', 'table');
	expect(tables).toMatchObject([{ rowCount: '6', columnCount: '3' }]);
	const cells = tables?.[0]?.cells ?? [];
	expect(cells.map((cell) => [cell.text, cell.rowSpan, cell.columnSpan])).toEqual([
		['Product', '1', '1'],
		['Size', '1', '1'],
		['Price', '1', '1'],
		['Green tea', '2', '1'],
		['small', '1', '1'],
		['3.50', '1', '1'],
		['large', '1', '1'],
		['4.80', '1', '1'],
		['Coffee', '2', '1'],
		['small', '1', '1'],
		['2.90', '1', '1'],
		['large', '1', '1'],
		['3.90', '1', '1'],
		['Delivery on all orders this week', '1', '2'],
		['5.00', '1', '1'],
	]);
});

test('table: corners clockwise, words counter-clockwise from the top left', async () => {
	const page = await annotate('invoice-table.png', 'table');
	const cell = page.tables?.[0]?.cells[0]?.boundingBox.vertices ?? [];
	const word = wordsOf(page)[0]?.boundingBox.vertices ?? [];
	expect([turns(cell), turns(word)]).toEqual(['clockwise', 'counter-clockwise']);
});

/** Which way the corners run where y grows downwards. */
function turns(corners: readonly Vertex[]): string {
	const [a, b, c] = corners.map(({ x = '0', y = '0' }) => [Number(x), Number(y)] as const);
	if (a === undefined || b === undefined || c === undefined) return 'nowhere';
	const cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
	return cross > 0 ? 'clockwise' : 'counter-clockwise';
}

test('passport: a field for each label, and - for what is not there', async () => {
	const page = await annotate('passport-fake.jpg', 'passport');
	const fields = Object.fromEntries((page.entities ?? []).map(({ name, text }) => [name, text]));
	expect(fields).toMatchObject({
		surname: 'SPECIMEN',
		birth_date: '01.02.1900',
		expiration_date: '-',
	});
	const specimen = wordsOf(page).find((word) => word.text === 'SPECIMEN');
	expect(page.entities?.[Number(specimen?.entityIndex)]?.name).toBe('surname');
	expect(page.pictures).toHaveLength(1);
});

test('markdown: headings, paragraphs, a list', async () => {
	const page = await annotate('headings.png', 'markdown');
	expect(page.markdown?.split('\n\n')).toEqual([
		'# Annual Report',
		'## The year in short',
		expect.stringContaining('We read many pages'),
		expect.stringMatching(/^## What happens/),
		'- more pages\n- fewer mistakes\n- one small surprise',
	]);
	expect(page.blocks?.map((block) => block.layoutType)).toContain('LAYOUT_TYPE_LIST');
});

test('markdown: a table with spans leaves the places that they cover empty', async () => {
	const { markdown } = await annotate('price-list.png', 'markdown');
	expect(markdown).toContain(
		[
			'| Product | Size | Price |',
			'| --- | --- | --- |',
			'| Green tea | small | 3.50 |',
			'|  | large | 4.80 |',
			'| Coffee | small | 2.90 |',
			'|  | large | 3.90 |',
			'| Delivery on all orders this week |  | 5.00 |',
		].join('\n'),
	);
});

test('markdown: a table', async () => {
	const { markdown } = await annotate('invoice-table.png', 'markdown');
	expect(markdown).toContain('| Item | Quantity | Price | Amount |\n| --- | --- | --- | --- |\n');
});

test('license-plates: the plate and nothing else', async () => {
	const page = await annotate('plate.png', 'license-plates');
	expect(page.fullText).toBe('A123BC 77\n');
});

test('page-column-sort: one column after the other', async () => {
	const text = (await annotate('two-columns.png', 'page-column-sort')).fullText ?? '';
	expect(text.indexOf('ends below')).toBeLessThan(text.indexOf('Now the second'));
});

test('says by how much the text is turned, and begins its corners where it is read from', async () => {
	const page = await annotate('sideways.png', 'page');
	expect(page.rotate).toBe('ANGLE_90');
	const [first, second] = wordsOf(page)[0]?.boundingBox.vertices ?? [];
	// Read top to bottom, its top left corner is the right upper one, and below it is to the left.
	expect(Number(first?.x)).toBeGreaterThan(Number(second?.x));
	expect(first?.y).toBe(second?.y);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('shows EXIF orientation %i upright', async (orientation) => {
	const page = await annotate(`orientation-${orientation}.jpg`, 'page');
	const upright = await annotate('orientation-1.jpg', 'page');
	expect([page.width, page.height]).toEqual(['480', '200']);
	expect(wordsOf(page)[0]?.boundingBox).toEqual(wordsOf(upright)[0]?.boundingBox);
});
