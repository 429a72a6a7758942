import type { IDataObject } from 'n8n-workflow';
import type { PageContext } from './pageContext';
import { type PageSummary, summarisePage } from './pageSummary';

/** One item a page, also for a blank one; its size is in pixels, whatever the unit. */
export function pageItem(context: PageContext): IDataObject {
	const page = summarisePage(context);
	const { shape, source, view, origin } = context;
	const item: IDataObject = {
		text: page.text,
		page: page.number,
		width: page.width,
		height: page.height,
		blocks: page.blocks,
		lines: page.lines,
		words: page.words,
		tables: page.tables,
		file: source.file,
	};
	if (page.markdown !== null) item.markdown = page.markdown;
	if (shape.simplify) return item;
	addPageDetails(item, page);
	item.frame = view.frame;
	return Object.assign(item, origin);
}

/** What a page says in full, as an item of its own and in the list of a document. */
export function addPageDetails(item: IDataObject, page: PageSummary): void {
	item.rotate = page.rotate;
	item.languages = page.languages;
	item.pictures = page.pictures;
	item.entities = page.entities;
	item.filtered = page.filtered;
}
