import type { IDataObject } from 'n8n-workflow';
import type { Page } from '../pages/page';
import { touchesPage } from '../pages/region';
import { pageContext } from './pageContext';
import { type PageSummary, summarisePage } from './pageSummary';
import { itemsOfPage } from './pieces';
import type { OutputShape, SourceFacts } from './shape';
import { csvOf, jsonLinesOf } from './serialise';
import { wordColumns } from './words';

/** What is kept of a page until all pages are there; the page itself can go. */
export interface CollectedPage {
	readonly number: number;
	/** Words before any filter. */
	readonly words: number;
	readonly items: readonly IDataObject[];
	/** Instead of the items, with Words as File. */
	readonly bytes: Uint8Array | null;
	readonly itemCount: number;
	/** Pieces outside the region. */
	readonly filtered: number;
	/** For the outputs that are made of all pages. */
	readonly summary: PageSummary | null;
	readonly isWithoutSize: boolean;
	readonly isOutsideRegion: boolean;
}

export function collectPage(page: Page, shape: OutputShape, source: SourceFacts): CollectedPage {
	const context = pageContext(page, shape, source);
	const isWhole = shape.output === 'document' || shape.output === 'entity';
	const summary = isWhole ? summarisePage(context) : null;
	const items = itemsOfPage[shape.output](context);
	const bytes = shape.output === 'word' ? wordBytes(items, shape) : null;
	return {
		number: page.number,
		words: page.wordCount,
		items: bytes ? [] : items,
		bytes,
		itemCount: items.length,
		filtered: context.filtered,
		summary,
		isWithoutSize: !context.view.isKnown || (shape.region !== null && context.region === null),
		isOutsideRegion: context.region !== null && !touchesPage(context.region, context.view),
	};
}

function wordBytes(items: readonly IDataObject[], shape: OutputShape): Uint8Array | null {
	if (shape.wordsAsFile === 'none') return null;
	if (shape.wordsAsFile === 'jsonl') return jsonLinesOf(items);
	return csvOf(items, wordColumns(shape.simplify), shape.csvSafe);
}
