import type { Problem } from '../problem';

/** A page that the service could not read, or whose answer could not be; null: it does not say which. */
export interface FailedPage {
	readonly page: number | null;
	readonly problem: Problem;
}

/** What happened to a file's pages, for hints, errors and the document's item. Pages count from 1. */
export interface DocumentSummary {
	/** Pages that came and could be read. */
	readonly pages: number;
	/** Words on them, before any filter. */
	readonly words: number;
	/** Pieces (words for Page and Document) left out by Page Range and Region. */
	readonly filtered: number;
	/** Pages of the range without any word. */
	readonly emptyPages: readonly number[];
	/** Page numbers that should have come and did not. */
	readonly missingPages: readonly number[];
	/** Page numbers that came more than once; the first was taken. */
	readonly repeatedPages: readonly number[];
	readonly failedPages: readonly FailedPage[];
	/** Pages whose coordinates could not be given as asked, their size being unknown: they are null. */
	readonly pagesWithoutSize: readonly number[];
	/** Pages that the region does not touch. */
	readonly pagesOutsideRegion: readonly number[];
	/** Whether the page range names no page of this document. */
	readonly rangeIsBeyond: boolean;
	/** Whether nothing was recognised on any page. */
	readonly isEmpty: boolean;
	/** Times the file was sent again although it may have been accepted before. */
	readonly repeats: number;
}
