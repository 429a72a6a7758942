import type { IDataObject } from 'n8n-workflow';
import type { Box, Table } from '../pages/page';
import { boxAroundAll } from '../pages/box';
import { addPlace, frame, keeps, type PageContext, scale } from './pageContext';
import { gridOf } from './tableGrid';
import { uniqueNames } from './uniqueNames';

/** The item's own fields; a header of the same name gets a number. */
const OWN_FIELDS: readonly string[] = ['page', 'table', 'row', 'file'];

/**
 * One item a row. Simplified, the values are fields of the item under their headers, with `page`,
 * `table`, `row` and `file` after them; in full they stand in `values`. `row` counts from 1 in the
 * table, the header being row 1 where it is one.
 */
export function tableRowItems(context: PageContext): IDataObject[] {
	const items: IDataObject[] = [];
	for (const [index, table] of context.page.tables.entries()) {
		if (!keeps(context, frame(context, table.box))) continue;
		const grid = gridOf(table);
		const names = columnNames(grid, table.columns, context);
		const firstRow = context.shape.firstRowIsHeader ? 1 : 0;
		for (let row = firstRow; row < grid.length; row++) {
			const values: IDataObject = {};
			grid[row]?.forEach((text, column) => (values[names[column] ?? ''] = text));
			const own = { page: context.page.number, table: index + 1, row: row + 1 };
			items.push(rowItem(context, values, own, table));
		}
	}
	return items;
}

function columnNames(
	grid: readonly (readonly string[])[],
	columns: number,
	{ shape }: PageContext,
): readonly string[] {
	const headers = shape.firstRowIsHeader ? grid[0] : undefined;
	return uniqueNames(
		headers ?? new Array<string>(columns).fill(''),
		shape.simplify ? OWN_FIELDS : [],
	);
}

function rowItem(
	context: PageContext,
	values: IDataObject,
	own: { readonly page: number; readonly table: number; readonly row: number },
	table: Table,
): IDataObject {
	const { file } = context.source;
	if (context.shape.simplify) return Object.assign(values, own, { file });
	const framed = frame(context, rowBox(table, own.row - 1));
	const box = scale(context, framed);
	const item: IDataObject = {
		values,
		...own,
		file,
		x: box?.x ?? null,
		y: box?.y ?? null,
		width: box?.width ?? null,
		height: box?.height ?? null,
	};
	addPlace(item, context, framed, null);
	return item;
}

function rowBox(table: Table, row: number): Box | null {
	return boxAroundAll(table.cells.filter((cell) => cell.row === row).map((cell) => cell.box));
}
