import type { RecognizedLine, RecognizedPage } from '../recognizers/recognizer';
import {
	type AnnotatedBlock,
	type AnnotatedTable,
	type PageAnnotation,
	plainAnnotation,
	textOf,
} from './annotation';
import { layout } from './layout';
import { findTables } from './table';

/** `markdown`: headings by height, lists, tables, paragraphs. */
export function annotateMarkdown(page: RecognizedPage): PageAnnotation {
	return markdownWith(page, (text) => text);
}

/** An equation without words: digits, single letters, operators. */
const EQUATION = /^(?=.*=)(?:[\p{L}\d]{1,3}|[\s+\-*/^=().,·−×]|\d+)+$/u;

/** `math-markdown`: the same, and lines that are equations stand between `$$`. */
export function annotateMathMarkdown(page: RecognizedPage): PageAnnotation {
	return markdownWith(page, (text) => (EQUATION.test(text) ? `$$${text}$$` : text));
}

function markdownWith(page: RecognizedPage, inline: (text: string) => string): PageAnnotation {
	const tables = findTables(page);
	const blocks = layout(page);
	const pieces = blocks.map((block) => ({
		top: block.box.top,
		text: blockMarkdown(withoutTables(block, tables), inline),
	}));
	for (const table of tables) pieces.push({ top: table.box.top, text: tableMarkdown(table) });
	const markdown = pieces
		.filter((piece) => piece.text !== '')
		.sort((first, second) => first.top - second.top)
		.map((piece) => piece.text)
		.join('\n\n');
	return { ...plainAnnotation(page), blocks, tables, markdown };
}

function withoutTables(block: AnnotatedBlock, tables: readonly AnnotatedTable[]): AnnotatedBlock {
	const inTable = ({ box }: RecognizedLine) =>
		tables.some((table) => box.top >= table.box.top && box.bottom <= table.box.bottom);
	return { ...block, lines: block.lines.filter((line) => !inTable(line)) };
}

function blockMarkdown({ lines, layoutType }: AnnotatedBlock, inline: (text: string) => string) {
	const texts = lines.map((line) => inline(textOf(line.words)));
	if (texts.length === 0) return '';
	switch (layoutType) {
		case 'TITLE':
			return `# ${texts.join(' ')}`;
		case 'SECTION_HEADER':
			return `## ${texts.join(' ')}`;
		case 'LIST':
			return texts.map((text) => text.replace(/^[•*–]/, '-')).join('\n');
		default:
			return texts.join('\n');
	}
}

/** Markdown knows no spans: a cell over several rows or columns stands in its first place alone. */
function tableMarkdown({ cells, rowCount, columnCount }: AnnotatedTable): string {
	const grid = Array.from({ length: rowCount }, () => new Array<string>(columnCount).fill(''));
	for (const cell of cells) {
		const row = grid[cell.rowIndex];
		if (row) row[cell.columnIndex] = textOf(cell.words).replaceAll('|', '\\|');
	}
	const [header, ...rows] = grid.map((texts) => `| ${texts.join(' | ')} |`);
	return [header, `|${' --- |'.repeat(columnCount)}`, ...rows].join('\n');
}
