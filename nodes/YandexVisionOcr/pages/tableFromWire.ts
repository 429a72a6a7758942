import type { WireCell, WireTable } from '../vision/wire';
import { readList, readNumber, readText } from './fields';
import type { Cell, Table } from './page';
import { placedFromWire } from './placedFromWire';
import type { PageReading } from './reading';

/** Far above any page; keeps a wrong number from becoming a grid that fills the memory. */
const MAX_ROWS_OR_COLUMNS = 2_000;

/** Counts that are left out, or too small for the cells, are taken from the cells. */
export function tableFromWire(wire: WireTable, reading: PageReading): Table {
	const cells = readList(wire.cells, 'cells', reading, cellFromWire);
	let rows = readCount(wire.rowCount ?? wire.row_count, 0, reading, 'rowCount');
	let columns = readCount(wire.columnCount ?? wire.column_count, 0, reading, 'columnCount');
	for (const cell of cells) {
		rows = Math.max(rows, cell.row + cell.rowSpan);
		columns = Math.max(columns, cell.column + cell.columnSpan);
	}
	return { ...placedFromWire(wire, reading), rows, columns, cells };
}

function cellFromWire(wire: WireCell, reading: PageReading): Cell {
	const { box, polygon } = placedFromWire(wire, reading);
	return {
		box,
		polygon,
		row: readCount(wire.rowIndex ?? wire.row_index, 0, reading, 'rowIndex'),
		column: readCount(wire.columnIndex ?? wire.column_index, 0, reading, 'columnIndex'),
		rowSpan: Math.max(1, readCount(wire.rowSpan ?? wire.row_span, 1, reading, 'rowSpan')),
		columnSpan: Math.max(
			1,
			readCount(wire.columnSpan ?? wire.column_span, 1, reading, 'columnSpan'),
		),
		text: readText(wire.text, reading, 'text'),
	};
}

function readCount(value: unknown, otherwise: number, reading: PageReading, field: string): number {
	const count = readNumber(value, otherwise, reading, field);
	if (Number.isInteger(count) && count >= 0 && count <= MAX_ROWS_OR_COLUMNS) return count;
	reading.report(field, `a whole number from 0 to ${MAX_ROWS_OR_COLUMNS}`);
	return otherwise;
}
