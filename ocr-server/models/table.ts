import { around } from '../recognizers/boxes';
import type { RecognizedPage } from '../recognizers/recognizer';
import {
	type AnnotatedCell,
	type AnnotatedTable,
	type PageAnnotation,
	plainAnnotation,
} from './annotation';
import { type Row, rowsOf, type Segment } from './rows';

/** `table`: rows of words that stand in columns. Ruled lines are not looked at. */
export function annotateTable(page: RecognizedPage): PageAnnotation {
	return { ...plainAnnotation(page), tables: findTables(page) };
}

/** Runs of at least two rows that each have at least two segments. */
export function findTables(page: RecognizedPage): AnnotatedTable[] {
	const runs: Row[][] = [[]];
	for (const row of rowsOf(page)) {
		if (row.length < 2) runs.push([]);
		else runs.at(-1)?.push(row);
	}
	return runs.filter((run) => run.length >= 2).map(toTable);
}

function toTable(rows: readonly Row[]): AnnotatedTable {
	const box = around(rows.flatMap((row) => row.map((segment) => segment.box)));
	const columnEdges = columnEdgesOf(rows, box.left, box.right);
	const rowEdges = rowEdgesOf(rows, box.top, box.bottom);
	const cells = rows.flatMap((row, rowIndex) => cellsOf(row, rowIndex, columnEdges, rowEdges));
	return { box, rowCount: rows.length, columnCount: columnEdges.length - 1, cells };
}

/** The rows with the most segments tell the columns; between two columns lies the edge. */
function columnEdgesOf(rows: readonly Row[], left: number, right: number): number[] {
	const count = Math.max(...rows.map((row) => row.length));
	const fullest = rows.filter((row) => row.length === count);
	const inner = Array.from({ length: count - 1 }, (_, column) => {
		const end = Math.max(...fullest.map((row) => row[column]?.box.right ?? left));
		const start = Math.min(...fullest.map((row) => row[column + 1]?.box.left ?? right));
		return (end + start) / 2;
	});
	return [left, ...inner, right];
}

function rowEdgesOf(rows: readonly Row[], top: number, bottom: number): number[] {
	const inner = rows.slice(1).map((row, index) => {
		const above = around((rows[index] ?? row).map((segment) => segment.box));
		const below = around(row.map((segment) => segment.box));
		return (above.bottom + below.top) / 2;
	});
	return [top, ...inner, bottom];
}

/** One cell per column, or one over several where a segment reaches over their edges. */
function cellsOf(
	row: Row,
	rowIndex: number,
	columnEdges: readonly number[],
	rowEdges: readonly number[],
): AnnotatedCell[] {
	const cells: AnnotatedCell[] = [];
	for (let column = 0; column < columnEdges.length - 1;) {
		const segments = row.filter(({ box }) => columnAt(box.left, columnEdges) === column);
		const span = Math.max(1, ...segments.map((part) => spanOf(part, column, columnEdges)));
		cells.push({
			box: {
				left: columnEdges[column] ?? 0,
				top: rowEdges[rowIndex] ?? 0,
				right: columnEdges[column + span] ?? 0,
				bottom: rowEdges[rowIndex + 1] ?? 0,
			},
			rowIndex,
			columnIndex: column,
			columnSpan: span,
			words: segments.flatMap((segment) => segment.words),
		});
		column += span;
	}
	return cells;
}

function spanOf({ box }: Segment, column: number, columnEdges: readonly number[]): number {
	return columnAt(box.right, columnEdges) - column + 1;
}

/** The column in which `x` lies; on an outer edge, the outer column. */
function columnAt(x: number, columnEdges: readonly number[]): number {
	const inner = columnEdges.slice(1, -1);
	return inner.filter((edge) => edge < x).length;
}
