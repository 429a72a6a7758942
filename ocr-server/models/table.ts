import { around } from '../recognizers/boxes';
import type { Box, RecognizedPage } from '../recognizers/recognizer';
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

/**
 * The fullest row tells how many columns there are. The edge between two of them lies where the
 * fewest segments of all rows are cut: those that still are, span both columns.
 */
function columnEdgesOf(rows: readonly Row[], left: number, right: number): number[] {
	const fullest = rows.reduce((best, row) => (row.length > best.length ? row : best));
	const boxes = rows.flatMap((row) => row.map((segment) => segment.box));
	const inner = fullest.slice(1).map((segment, index) => {
		const before = fullest[index] ?? segment;
		return quietestPlace(boxes, before.box.left + 1, segment.box.right - 1);
	});
	return [left, ...inner, right];
}

/** The middle of the longest stretch between `from` and `to` that the fewest boxes cover. */
function quietestPlace(boxes: readonly Box[], from: number, to: number): number {
	let best = { covering: Infinity, start: from, length: 0 };
	let stretch = best;
	for (let x = Math.ceil(from); x <= to; x += 1) {
		const covering = boxes.filter((box) => box.left <= x && box.right >= x).length;
		stretch =
			covering === stretch.covering
				? { ...stretch, length: stretch.length + 1 }
				: { covering, start: x, length: 1 };
		if (covering < best.covering || (covering === best.covering && stretch.length > best.length)) {
			best = stretch;
		}
	}
	return best.start + best.length / 2;
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
		const start = row.find(({ box }) => columnAt(box.left, columnEdges) === column);
		const span = start === undefined ? 1 : spanOf(start, column, columnEdges);
		const segments = row.filter(({ box }) => {
			const own = columnAt(box.left, columnEdges);
			return own >= column && own < column + span;
		});
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
