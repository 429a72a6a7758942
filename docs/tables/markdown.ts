/** A Markdown table; cells are written as prettier does, so that formatting changes nothing. */
export function markdownTable(
	header: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
): string {
	const cells = [header, ...rows].map((row) => row.map(escapeCell));
	const widths = header.map((_, column) =>
		Math.max(3, ...cells.map((row) => (row[column] ?? '').length)),
	);
	const line = (row: readonly string[]): string =>
		`| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
	const [head = [], ...body] = cells;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** n8n's descriptions hold a little HTML. */
export function fromHtml(text: string): string {
	return text.replace(/<\/?code>/g, '`').replace(/<[^>]*>/g, '');
}

function escapeCell(text: string): string {
	return text.replace(/\n/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}
