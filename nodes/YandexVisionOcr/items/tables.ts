import type { IDataObject } from 'n8n-workflow';
import type { Cell } from '../pages/page';
import { csvRow } from './csv';
import { markdownTable } from './markdownTable';
import { addPlace, frame, keeps, type PageContext, scale } from './pageContext';
import { gridOf } from './tableGrid';

/** One item a table, counted from 1 in its page. */
export function tableItems(context: PageContext): IDataObject[] {
	const { page, shape, source } = context;
	const items: IDataObject[] = [];
	for (const [index, table] of page.tables.entries()) {
		const framed = frame(context, table.box);
		if (!keeps(context, framed)) continue;
		const grid = gridOf(table);
		const item: IDataObject = {
			page: page.number,
			table: index + 1,
			rows: table.rows,
			columns: table.columns,
			csv: grid.map((row) => csvRow(row, shape.csvSafe)).join(''),
			markdown: markdownTable(grid),
			file: source.file,
		};
		if (!shape.simplify) {
			Object.assign(item, placeOf(scale(context, framed)));
			addPlace(item, context, framed, table.polygon);
			item.cells = table.cells.map((cell) => cellOf(cell, context));
		}
		items.push(item);
	}
	return items;
}

/** Rows and columns count from 1, like everything in an item. */
function cellOf(cell: Cell, context: PageContext): IDataObject {
	return {
		row: cell.row + 1,
		column: cell.column + 1,
		rowSpan: cell.rowSpan,
		columnSpan: cell.columnSpan,
		text: cell.text,
		...placeOf(scale(context, frame(context, cell.box))),
	};
}

function placeOf(box: ReturnType<typeof scale>): IDataObject {
	return {
		x: box?.x ?? null,
		y: box?.y ?? null,
		width: box?.width ?? null,
		height: box?.height ?? null,
	};
}
