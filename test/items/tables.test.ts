import { gridOf } from '../../nodes/YandexVisionOcr/items/tableGrid';
import { uniqueNames } from '../../nodes/YandexVisionOcr/items/uniqueNames';
import { firstPageOf } from '../support/answers';
import { collect } from './collect';

const name = 'table-with-spans.jsonl';

test('a table is one item with CSV and Markdown in which spans are one cell and empty places', () => {
	const [item] = collect(name, { output: 'table' }).items;
	expect(item).toEqual({
		page: 1,
		table: 1,
		rows: 4,
		columns: 3,
		csv: [
			'Item,Price,Price\r\n',
			'"Tea, green",1.50,2|3\r\n',
			',=1+2,"a\nb"\r\n',
			'"Total ""all""",,-5\r\n',
		].join(''),
		markdown: [
			'| Item | Price | Price |',
			'| --- | --- | --- |',
			'| Tea, green | 1.50 | 2\\|3 |',
			'|  | =1+2 | a<br>b |',
			'| Total "all" |  | -5 |',
		].join('\n'),
		file: 'sign.jpg',
	});
});

test('a full table lists its cells with their spans and places', () => {
	const [item] = collect(name, { output: 'table', simplify: false }).items;
	expect(item).toMatchObject({ x: 100, y: 100, width: 600, height: 200 });
	expect((item?.cells as object[])[3]).toEqual({
		...{ row: 2, column: 1, rowSpan: 2, columnSpan: 1, text: 'Tea, green' },
		...{ x: 100, y: 150, width: 200, height: 100 },
	});
});

test('CSV that is safe in spreadsheets shows formulas as text and leaves numbers alone', () => {
	const [item] = collect(name, { output: 'table', csvSafe: true }).items;
	expect(item?.csv).toContain(",'=1+2,");
	expect(item?.csv).toContain(',-5\r\n');
});

test('a row is one item with its values by header, the header itself being none', () => {
	expect(collect(name, { output: 'tableRow' }).items).toEqual([
		{
			Item: 'Tea, green',
			Price: '1.50',
			Price_2: '2|3',
			page: 1,
			table: 1,
			row: 2,
			file: 'sign.jpg',
		},
		{ Item: '', Price: '=1+2', Price_2: 'a\nb', page: 1, table: 1, row: 3, file: 'sign.jpg' },
		{ Item: 'Total "all"', Price: '', Price_2: '-5', page: 1, table: 1, row: 4, file: 'sign.jpg' },
	]);
});

test('without a header the values are named by column, and no row is left out', () => {
	const { items } = collect(name, { output: 'tableRow', firstRowIsHeader: false });
	expect(items).toHaveLength(4);
	expect(items[0]).toMatchObject({ column1: 'Item', column3: 'Price', row: 1 });
});

test('a full row has its values apart and its place', () => {
	expect(collect(name, { output: 'tableRow', simplify: false }).items[1]).toMatchObject({
		values: { Item: '', Price: '=1+2', Price_2: 'a\nb' },
		...{ row: 3, x: 300, y: 200, width: 400, height: 50 },
	});
});

test.each([
	['kept when they differ', ['a', 'b'], ['a', 'b']],
	['trimmed, with blanks for line breaks', [' a\nb '], ['a b']],
	['named by column when empty', ['', ' ', 'x'], ['column1', 'column2', 'x']],
	['numbered when they repeat', ['a', 'a', 'a', 'a_2'], ['a', 'a_2', 'a_3', 'a_2_2']],
	['numbered when the item uses the name', ['page', 'file'], ['page_2', 'file_2']],
	[
		'named by column when they reach into objects',
		['__proto__', 'constructor'],
		['column1', 'column2'],
	],
])('headers are %s', (_name, headers, names) => {
	expect(uniqueNames(headers, ['page', 'file'])).toEqual(names);
});

test('a thousand headers of one name take no more than a thousand steps each way', () => {
	const names = uniqueNames(new Array<string>(20_000).fill('Sum'), []);
	expect(new Set(names).size).toBe(20_000);
});

test('cells outside the grid are left out and cells in one place are joined', () => {
	const [table] = firstPageOf(name).tables;
	if (!table) throw new Error('no table');
	const [cell] = table.cells;
	if (!cell) throw new Error('no cell');
	const cells = [cell, cell, { ...cell, row: 9 }];
	expect(gridOf({ ...table, rows: 1, columns: 2, cells })).toEqual([['Item Item', '']]);
});
