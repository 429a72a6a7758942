import type { IDataObject } from 'n8n-workflow';
import { csvRow } from './csv';

/** One JSON object a line. */
export function jsonLinesOf(items: readonly IDataObject[]): Uint8Array {
	let text = '';
	for (const item of items) text += `${JSON.stringify(item)}\n`;
	return Buffer.from(text);
}

/** Records without the header, which only the whole file has. */
export function csvOf(
	items: readonly IDataObject[],
	columns: readonly string[],
	safe: boolean,
): Uint8Array {
	let text = '';
	for (const item of items) {
		text += csvRow(
			columns.map((column) => item[column]),
			safe,
		);
	}
	return Buffer.from(text);
}
