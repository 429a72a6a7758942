import fc from 'fast-check';
import { csvCell, csvRow } from '../../nodes/YandexVisionOcr/items/csv';

/** A reader of RFC 4180 that is as plain as the grammar. */
function parseRow(row: string): readonly string[] {
	const cells = [...row.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
	return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

test('what is written as CSV is read back the same', () => {
	const cell = fc.string({
		unit: fc.oneof(fc.constantFrom(...'",\r\n;=\t'), fc.string({ maxLength: 1 })),
	});
	fc.assert(
		fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
			expect(parseRow(csvRow(cells, false))).toEqual(cells);
		}),
		{ numRuns: 2000 },
	);
});

test.each([
	'=1+2',
	'+cmd|x',
	'-2+3',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	'  =1',
	'\n=1',
	'\nx',
	'\u00a0=1',
	'＝1+2',
	'＠x',
	'=HYPERLINK("x")',
])('the formula %j begins with an apostrophe when it must be safe', (text) => {
	expect(parseRow(csvRow([text], true))).toEqual([`'${text}`]);
	expect(parseRow(csvRow([text], false))).toEqual([text]);
});

test.each([
	['a plain number', '-5', '-5'],
	['a decimal', '+3,5', '"+3,5"'],
	['a number', -7, '-7'],
	['nothing', null, ''],
	['a list', ['ru', 'en'], '"[""ru"",""en""]"'],
	['a text', 'a=b', 'a=b'],
	['a text with a semicolon', 'a;=1', '"a;=1"'],
	['a text with a tab', 'a\t=1', '"a\t=1"'],
])('%s stays what it is', (_name, value, cell) => {
	expect(csvCell(value, true)).toBe(cell);
});
