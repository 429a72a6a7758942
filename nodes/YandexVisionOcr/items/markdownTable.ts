/**
 * A table in the pipe form of GitHub Flavored Markdown, the first row as its header. Pipes and line
 * breaks inside cells are escaped, so that a cell stays a cell; markup of HTML is shown, not run.
 */
export function markdownTable(grid: readonly (readonly string[])[]): string {
	const [header, ...rows] = grid;
	if (!header || header.length === 0) return '';
	const rule = `|${' --- |'.repeat(header.length)}`;
	return [markdownRow(header), rule, ...rows.map(markdownRow)].join('\n');
}

function markdownRow(cells: readonly string[]): string {
	return `| ${cells.map(markdownCell).join(' | ')} |`;
}

function markdownCell(text: string): string {
	return text
		.replaceAll('\\', '\\\\')
		.replaceAll('|', '\\|')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replace(/\r\n|\r|\n/g, '<br>');
}
