import { rule } from './ruling';
import { png, type Sheet, sheet, write } from './sheet';

const LEFT = 40;
const TOP = 120;
const ROW = 52;
const COLUMNS = [40, 380, 520, 700, 880] as const;

const ROWS = [
	['Item', 'Quantity', 'Price', 'Amount'],
	['Paper, white', '10', '4.50', '45.00'],
	['Ink, black', '2', '19.90', '39.80'],
	['Stapler', '1', '12.00', '12.00'],
	['Total, to be paid within thirty days, with thanks', '', '', '96.80'],
] as const;

/** An invoice with a ruled table. The last row's first three cells are one, as are its words. */
export function invoice(): Buffer {
	const page = sheet(920, 440);
	const { pen } = page;
	write(pen, 'INVOICE 2024-117', [LEFT, 40], 36, 'bold');
	ROWS.forEach((row, rowIndex) => {
		row.forEach((text, column) => {
			const x = (COLUMNS[column] ?? LEFT) + 14;
			write(pen, text, [x, TOP + rowIndex * ROW + 14], 24, rowIndex === 0 ? 'bold' : 'regular');
		});
	});
	ruleAll(pen);
	return png(page);
}

function ruleAll(pen: Sheet['pen']): void {
	const right = COLUMNS[4];
	const bottom = TOP + ROWS.length * ROW;
	pen.lineWidth = 2;
	for (let row = 0; row <= ROWS.length; row += 1) {
		rule(pen, [LEFT, TOP + row * ROW], [right, TOP + row * ROW]);
	}
	COLUMNS.forEach((x, column) => {
		const isInsideMergedCell = column === 1 || column === 2;
		rule(pen, [x, TOP], [x, isInsideMergedCell ? bottom - ROW : bottom]);
	});
}
