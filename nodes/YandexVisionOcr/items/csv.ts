/** What spreadsheets take for the beginning of a formula, also behind blanks and in full width. */
const FORMULA_START = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const PLAIN_NUMBER = /^\s*[+-]?\d+([.,]\d+)?\s*$/;
/** A semicolon and a tab divide cells where a spreadsheet is set to them: else a text makes two cells. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

/**
 * One cell by RFC 4180. A scanned page is written by strangers: with `safe`, a text that a
 * spreadsheet would run as a formula gets an apostrophe before it, which shows it as text. Plain
 * numbers such as -5 stay as they are.
 */
export function csvCell(value: unknown, safe: boolean): string {
	const text = textOf(value);
	const isFormula = safe && FORMULA_START.test(text) && !PLAIN_NUMBER.test(text);
	const shown = isFormula ? `'${text}` : text;
	return NEEDS_QUOTES.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** One record, with its CRLF. */
export function csvRow(values: readonly unknown[], safe: boolean): string {
	return `${values.map((value) => csvCell(value, safe)).join(',')}\r\n`;
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
