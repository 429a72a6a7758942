import type { CollectedPage } from './collectedPage';
import type { SourceFacts } from './shape';
import type { DocumentSummary, FailedPage } from './summary';

/** Above it, missing page numbers are not listed one by one: no document of the service has as many. */
const MAX_LISTED_PAGE = 10_000;

export interface ArrivedPages {
	/** The number of the document's last page, as far as it is known. */
	readonly lastPage: number;
	/** Whether the page range names no page up to that one. */
	readonly rangeIsBeyond: boolean;
	readonly repeatedPages: readonly number[];
	readonly failedPages: readonly FailedPage[];
}

/** @param kept those of the pages that the page range names; both in the order of their numbers */
export function summarise(
	pages: readonly CollectedPage[],
	kept: readonly CollectedPage[],
	{ lastPage, rangeIsBeyond, repeatedPages, failedPages }: ArrivedPages,
	{ repeats = 0 }: SourceFacts,
): DocumentSummary {
	const keptPages = new Set(kept);
	let words = 0;
	let filtered = 0;
	for (const page of pages) {
		words += page.words;
		filtered += page.filtered + (keptPages.has(page) ? 0 : piecesOf(page));
	}
	return {
		pages: pages.length,
		words,
		filtered,
		emptyPages: numbersOf(kept.filter((page) => page.words === 0)),
		missingPages: missingPages(pages, failedPages, lastPage),
		repeatedPages,
		failedPages,
		pagesWithoutSize: numbersOf(kept.filter((page) => page.isWithoutSize)),
		pagesOutsideRegion: numbersOf(kept.filter((page) => page.isOutsideRegion)),
		rangeIsBeyond,
		isEmpty: words === 0,
		repeats,
	};
}

/** What a page that is out of the range would have given. */
function piecesOf(page: CollectedPage): number {
	return page.summary ? page.summary.words : page.itemCount;
}

function numbersOf(pages: readonly CollectedPage[]): readonly number[] {
	return pages.map((page) => page.number);
}

/** Errors that do not say their page may be any of the missing ones, which stay listed all the same. */
function missingPages(
	pages: readonly CollectedPage[],
	failedPages: readonly FailedPage[],
	lastPage: number,
): readonly number[] {
	const arrived = new Set<number | null>(pages.map((page) => page.number));
	for (const { page } of failedPages) arrived.add(page);
	const missing: number[] = [];
	for (let page = 1; page <= Math.min(lastPage, MAX_LISTED_PAGE); page++) {
		if (!arrived.has(page)) missing.push(page);
	}
	return missing;
}
