import { ok, type Result } from '../problem';
import type { PageRange, PageSpan } from './pageRange';
import { refuse } from './refusal';

/**
 * The pages of a document that a range names: ascending, each once. `-5` of a document of three
 * pages is all three; a page that is named but does not exist is an error.
 *
 * @param pageCount how many pages the document has
 */
export function selectPages(range: PageRange, pageCount: number): Result<readonly number[]> {
	const wanted = new Set<number>();
	const spans = range.length > 0 ? range : [{ first: 1, last: undefined }];
	for (const span of spans) {
		const { first, last } = bounds(span, pageCount);
		const beyond = [first, last].find((page) => page > pageCount);
		if (beyond !== undefined && range.length > 0) return notThere(beyond, pageCount);
		for (let page = first; page <= last; page++) wanted.add(page);
	}
	return ok([...wanted].sort((one, other) => one - other));
}

function bounds(span: PageSpan, pageCount: number): { first: number; last: number } {
	if ('lastPages' in span) {
		return { first: Math.max(1, pageCount - span.lastPages + 1), last: pageCount };
	}
	return { first: span.first, last: span.last ?? pageCount };
}

function notThere(page: number, pageCount: number): Result<never> {
	const pages = pageCount === 1 ? '1 page' : `${pageCount} pages`;
	return refuse(
		'PAGE_NOT_IN_DOCUMENT',
		`Page Range asks for page ${page}, but the document has ${pages}.`,
		'Change Page Range; 3- means all from page 3 on, -2 the last two, and empty every page.',
	);
}
