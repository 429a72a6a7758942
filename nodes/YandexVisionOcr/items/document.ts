import type { IDataObject } from 'n8n-workflow';
import { originOf } from './pageContext';
import { addPageDetails } from './pageItem';
import type { PageSummary } from './pageSummary';
import type { OutputShape, SourceFacts } from './shape';
import type { DocumentSummary } from './summary';

/** One item a file, also for a blank one. Pages are divided by an empty line. */
export function documentItem(
	pages: readonly PageSummary[],
	summary: DocumentSummary,
	shape: OutputShape,
	source: SourceFacts,
): IDataObject {
	const item: IDataObject = {
		text: joinPages(pages.map((page) => page.text)),
		pages: pages.length,
		blocks: total(pages, 'blocks'),
		lines: total(pages, 'lines'),
		words: total(pages, 'words'),
		tables: total(pages, 'tables'),
		file: source.file,
	};
	if (pages.some((page) => page.markdown !== null)) {
		item.markdown = joinPages(pages.map((page) => page.markdown ?? page.text));
	}
	if (shape.region !== null || shape.pages.length > 0) item.filtered = summary.filtered;
	if (summary.repeats > 0) item.repeats = summary.repeats;
	if (shape.simplify) return item;
	addDetails(item, pages, summary);
	return Object.assign(item, originOf(source));
}

function addDetails(
	item: IDataObject,
	pages: readonly PageSummary[],
	summary: DocumentSummary,
): void {
	item.filtered = summary.filtered;
	item.repeats = summary.repeats;
	item.emptyPages = summary.emptyPages;
	item.missingPages = summary.missingPages;
	item.failedPages = summary.failedPages.map(({ page, problem }) => ({
		page,
		code: problem.code,
		message: problem.message,
	}));
	item.languages = [...new Set(pages.flatMap((page) => page.languages))];
	item.pageList = pages.map((page) => {
		const { number, width, height, text, blocks, lines, words, tables } = page;
		const entry: IDataObject = { page: number, width, height, text, blocks, lines, words, tables };
		addPageDetails(entry, page);
		return entry;
	});
}

function joinPages(texts: readonly string[]): string {
	return texts
		.map((text) => text.trimEnd())
		.filter((text) => text !== '')
		.join('\n\n');
}

function total(
	pages: readonly PageSummary[],
	count: 'blocks' | 'lines' | 'words' | 'tables',
): number {
	return pages.reduce((sum, page) => sum + page[count], 0);
}
