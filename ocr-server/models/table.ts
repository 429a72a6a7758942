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

/** Rows one below the other, and the words that stand between two of them. */
interface Run {
	readonly rows: Row[];
	/** By the index of the row above: a cell that spans it and the row below. */
	readonly between: Map<number, Segment>;
}

/** Runs of at least two rows that each have at least two segments. */
export function findTables(page: RecognizedPage): AnnotatedTable[] {
	const runs: Run[] = [newRun()];
	const rows = rowsOf(page);
	rows.forEach((row, index) => {
		const run = runs.at(-1);
		const [segment] = row;
		if (row.length >= 2) run?.rows.push(row);
		else if (run && segment && standsBetween(segment, rows[index - 1], rows[index + 1])) {
			run.between.set(run.rows.length - 1, segment);
		} else runs.push(newRun());
	});
	return runs.filter((run) => run.rows.length >= 2).map(toTable);
}

function newRun(): Run {
	return { rows: [], between: new Map() };
}

/** Words at half height between two rows, both of which leave that place free, and close together. */
function standsBetween({ box }: Segment, above: Row = [], below: Row = []): boolean {
	if (above.length < 2 || below.length < 2) return false;
	const neighbours = [...above, ...below];
	const isFree = neighbours.every(
		(other) => other.box.right < box.left || other.box.left > box.right,
	);
	const gap = rowBox(below).top - rowBox(above).bottom;
	return isFree && gap < 2 * (box.bottom - box.top);
}

function rowBox(row: Row): Box {
	return around(row.map((segment) => segment.box));
}

function toTable({ rows, between }: Run): AnnotatedTable {
	const box = around([...rows.flat(), ...between.values()].map((segment) => segment.box));
	const columnEdges = columnEdgesOf(rows, box.left, box.right);
	const rowEdges = rowEdgesOf(rows, box.top, box.bottom);
	const grid = { columnEdges, rowEdges, between };
	const cells = rows.flatMap((row, rowIndex) => cellsOf(row, rowIndex, grid));
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
		return (rowBox(rows[index] ?? row).bottom + rowBox(row).top) / 2;
	});
	return [top, ...inner, bottom];
}

interface Grid extends Pick<Run, 'between'> {
	readonly columnEdges: readonly number[];
	readonly rowEdges: readonly number[];
}

/**
 * One cell per column, or one over several where a segment reaches over their edges; over two rows
 * where words stand between them, and none below it.
 */
function cellsOf(row: Row, rowIndex: number, grid: Grid): AnnotatedCell[] {
	const { columnEdges, rowEdges, between } = grid;
	const columnOf = (segment: Segment | undefined) =>
		segment === undefined ? undefined : columnAt(segment.box.left, columnEdges);
	const tall = between.get(rowIndex);
	const isTaken = columnOf(between.get(rowIndex - 1));
	const cells: AnnotatedCell[] = [];
	for (let column = 0; column < columnEdges.length - 1;) {
		const start = row.find((segment) => columnOf(segment) === column);
		const span = start === undefined ? 1 : spanOf(start, column, columnEdges);
		const own = row.filter((segment) => {
			const at = columnOf(segment) ?? -1;
			return at >= column && at < column + span;
		});
		const isTall = tall !== undefined && columnOf(tall) === column;
		const rowSpan = isTall ? 2 : 1;
		if (column !== isTaken || own.length > 0) {
			cells.push({
				box: {
					left: columnEdges[column] ?? 0,
					top: rowEdges[rowIndex] ?? 0,
					right: columnEdges[column + span] ?? 0,
					bottom: rowEdges[rowIndex + rowSpan] ?? 0,
				},
				rowIndex,
				columnIndex: column,
				columnSpan: span,
				rowSpan,
				words: [...own, ...(isTall ? [tall] : [])].flatMap((segment) => segment.words),
			});
		}
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
