import { png, sheet, write } from './sheet';

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
	rule(pen);
	return png(page);
}

function rule(pen: ReturnType<typeof sheet>['pen']): void {
	const right = COLUMNS[4];
	const bottom = TOP + ROWS.length * ROW;
	pen.lineWidth = 2;
	for (let row = 0; row <= ROWS.length; row += 1) {
		stroke(pen, [LEFT, TOP + row * ROW], [right, TOP + row * ROW]);
	}
	COLUMNS.forEach((x, column) => {
		const isInsideMergedCell = column === 1 || column === 2;
		stroke(pen, [x, TOP], [x, isInsideMergedCell ? bottom - ROW : bottom]);
	});
}

type Point = readonly [number, number];

function stroke(pen: ReturnType<typeof sheet>['pen'], from: Point, to: Point): void {
	pen.beginPath();
	pen.moveTo(...from);
	pen.lineTo(...to);
	pen.stroke();
}
