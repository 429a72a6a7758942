import { pagesOf } from '../support/answers';
import { collect, collectPages } from './collect';

const name = 'penguins.snake.json';

test('a simplified word item has ten flat fields, in this order', () => {
	const { items } = collect(name);
	expect(JSON.stringify(items[0])).toBe(
		'{"text":"PENGUINS","x":460,"y":768,"width":342,"height":62,"page":1,"block":1,"line":1,"word":1,"file":"sign.jpg"}',
	);
	expect(items.map(({ text, block, line, word }) => [text, block, line, word])).toEqual([
		['PENGUINS', 1, 1, 1],
		['CROSSING', 1, 2, 1],
		['SLOW', 2, 1, 1],
	]);
});

test('a full word item says everything that is known, and nothing that is not', () => {
	const { items } = collect(name, { simplify: false }, { operationId: 'fbv1' });
	expect(items[0]).toEqual({
		...collect(name).items[0],
		polygon: [
			{ x: 460, y: 768 },
			{ x: 460, y: 830 },
			{ x: 802, y: 830 },
			{ x: 802, y: 768 },
		],
		normalized: { x: 460 / 1920, y: 768 / 1280, width: 342 / 1920, height: 62 / 1280 },
		pageWidth: 1920,
		pageHeight: 1280,
		unit: 'pixel',
		frame: 'displayed',
		lineText: 'PENGUINS',
		languages: ['en'],
		layoutType: null,
		orientation: null,
		rotate: null,
		start: null,
		length: null,
		model: 'page',
		source: {
			binaryField: 'data',
			mimeType: 'image/jpeg',
			bytes: 1234,
			sha256: 'ab'.repeat(32),
		},
		operationId: 'fbv1',
	});
});

test('a word knows its entity, its place in the text and how its line lies', () => {
	const { items } = collect('passport.jsonl', { simplify: false });
	expect(items.map(({ entity, start, length }) => ({ entity, start, length }))).toEqual([
		{ entity: { name: 'surname', text: 'Иванов' }, start: 0, length: 6 },
		{ entity: { name: 'name', text: 'Иван' }, start: 7, length: 4 },
	]);
	const [turned] = collect('rotated.jsonl', { simplify: false }).items;
	expect(turned).toMatchObject({ orientation: 90, rotate: 90, layoutType: 'text' });
});

test('a confidence that the service sent is handed on', () => {
	const [page] = pagesOf('rotated.jsonl');
	if (!page) throw new Error('no page');
	const confident = JSON.parse(
		JSON.stringify(page).replace('"confidence":null', '"confidence":0.5'),
	) as typeof page;
	expect(collectPages([confident], { simplify: false }).items[0]).toMatchObject({
		confidence: 0.5,
	});
});

test.each([
	['fraction', { x: 460 / 1920, y: 0.6, width: 342 / 1920, height: 62 / 1280 }],
	['percent', { x: 46000 / 1920, y: 60, width: 34200 / 1920, height: 6200 / 1280 }],
] as const)('coordinates in %s are shares of the page', (coordinateUnit, box) => {
	expect(collect(name, { coordinateUnit }).items[0]).toMatchObject(box);
	const [full] = collect(name, { coordinateUnit, simplify: false }).items;
	expect(full).toMatchObject({ ...box, unit: coordinateUnit });
	expect((full?.polygon as object[])[0]).toEqual({ x: box.x, y: box.y });
});

test('in the stored frame, rectangle, corners, shares and page size are turned together', () => {
	const { items } = collect(
		name,
		{ simplify: false, coordinateFrame: 'stored' },
		{ orientation: 6 },
	);
	expect(items[0]).toMatchObject({
		...{ x: 768, y: 1118, width: 62, height: 342 },
		polygon: [
			{ x: 768, y: 1460 },
			{ x: 830, y: 1460 },
			{ x: 830, y: 1118 },
			{ x: 768, y: 1118 },
		],
		normalized: { x: 768 / 1280, y: 1118 / 1920, width: 62 / 1280, height: 342 / 1920 },
		pageWidth: 1280,
		pageHeight: 1920,
		frame: 'stored',
	});
});

test('on a page without a size there is nothing normalized, and shares are null', () => {
	const pages = pagesOf(name).map((page) => ({ ...page, width: null, height: null }));
	const [full] = collectPages(pages, { simplify: false }).items;
	expect(full).toMatchObject({ x: 460, pageWidth: null, pageHeight: null });
	expect(full).not.toHaveProperty('normalized');
	const shares = collectPages(pages, { coordinateUnit: 'fraction' });
	expect(shares.items[0]).toMatchObject({ text: 'PENGUINS', x: null, y: null, width: null });
	expect(shares.summary.pagesWithoutSize).toEqual([1]);
});
