import type { Table } from '../pages/page';

/** Bounds the grid: a page of the service has far fewer cells. */
const MAX_GRID_CELLS = 200_000;

/**
 * The texts of a table as rows of equal length. A cell that spans several rows or columns stands in
 * the first of its places, the others are empty: so sums over a column count it once. Cells beyond
 * the grid, and a second cell in a place that is taken, are appended to the text there.
 */
export function gridOf(table: Table): readonly (readonly string[])[] {
	const columns = Math.max(1, table.columns);
	const rows = Math.min(table.rows, Math.floor(MAX_GRID_CELLS / columns));
	const grid = Array.from({ length: rows }, () => new Array<string>(table.columns).fill(''));
	for (const cell of table.cells) {
		const row = grid[cell.row];
		const before = row?.[cell.column];
		if (row === undefined || before === undefined) continue;
		row[cell.column] = before === '' ? cell.text : `${before} ${cell.text}`;
	}
	return grid;
}
