import { rule } from './ruling';
import { png, sheet, write } from './sheet';

const LEFT = 40;
const TOP = 110;
const ROW = 56;
const COLUMNS = [40, 300, 520, 700] as const;

/** By row: text, column and how many rows it stands in the middle of. */
const CELLS: ReadonlyArray<readonly [text: string, row: number, column: number, rows?: number]> = [
	['Product', 0, 0],
	['Size', 0, 1],
	['Price', 0, 2],
	['Green tea', 1, 0, 2],
	['small', 1, 1],
	['3.50', 1, 2],
	['large', 2, 1],
	['4.80', 2, 2],
	['Coffee', 3, 0, 2],
	['small', 3, 1],
	['2.90', 3, 2],
	['large', 4, 1],
	['3.90', 4, 2],
	['Delivery on all orders this week', 5, 0],
	['5.00', 5, 2],
];

/** A ruled price list: two products span two rows each, the last row's first two cells are one. */
export function priceList(): Buffer {
	const page = sheet(740, 480);
	const { pen } = page;
	write(pen, 'PRICE LIST', [LEFT, 36], 36, 'bold');
	for (const [text, row, column, rows = 1] of CELLS) {
		const y = TOP + row * ROW + (rows * ROW - 24) / 2;
		write(pen, text, [(COLUMNS[column] ?? LEFT) + 14, y], 24, row === 0 ? 'bold' : 'regular');
	}
	const at = (row: number) => TOP + row * ROW;
	pen.lineWidth = 2;
	for (let row = 0; row <= 6; row += 1) {
		const isInsideTallCell = row === 2 || row === 4;
		rule(pen, [isInsideTallCell ? COLUMNS[1] : LEFT, at(row)], [COLUMNS[3], at(row)]);
	}
	COLUMNS.forEach((x, column) => rule(pen, [x, TOP], [x, at(column === 1 ? 5 : 6)]));
	return png(page);
}
