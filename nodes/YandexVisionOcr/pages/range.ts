import { failed, ok, type Problem, type Result } from '../problem';

/** Pages counted from 1, both ends included; negative numbers count from the last page (-1). */
export interface PageInterval {
	readonly from: number;
	readonly to: number;
}

/** The pages to hand on; none named means all. */
export type PageRange = readonly PageInterval[];

export const ALL_PAGES: PageRange = [];

const MAX_INTERVALS = 200;
const MAX_PAGE = 1_000_000;

/** Reads `1,3-5` (these pages), `7-` (from page 7 on) and `-2` (the last two pages). */
export function parsePageRange(text: string): Result<PageRange, Problem> {
	if (text.trim() === '') return ok(ALL_PAGES);
	const parts = text.split(',', MAX_INTERVALS + 1).map((part) => part.trim());
	if (parts.length > MAX_INTERVALS) return wrong(`It names more than ${MAX_INTERVALS} ranges.`);
	const intervals: PageInterval[] = [];
	for (const part of parts) {
		const interval = parseInterval(part);
		if (!interval) return wrong(`"${part.slice(0, 20)}" is not a page or a range of pages.`);
		intervals.push(interval);
	}
	return ok(intervals);
}

function parseInterval(text: string): PageInterval | undefined {
	const [, first = '', dash = '', second = ''] = /^(\d{0,7})\s*(-?)\s*(\d{0,7})$/.exec(text) ?? [];
	const from = Number(first);
	const to = Number(second);
	if (Math.max(from, to) > MAX_PAGE) return undefined;
	if (first === '') return dash !== '' && to > 0 ? { from: -to, to: -1 } : undefined;
	if (from === 0) return undefined;
	if (dash === '') return second === '' ? { from, to: from } : undefined;
	if (second === '') return { from, to: -1 };
	return from <= to ? { from, to } : undefined;
}

/** @param lastPage the number of the document's last page, which negative numbers count from */
export function isInRange(range: PageRange, page: number, lastPage: number): boolean {
	if (range.length === 0) return true;
	const place = (number: number) => (number < 0 ? lastPage + 1 + number : number);
	return range.some(({ from, to }) => page >= place(from) && page <= place(to));
}

/** Whether the range names at least one page of a document. */
export function namesAPage(range: PageRange, lastPage: number): boolean {
	const first = (number: number) => Math.max(1, number < 0 ? lastPage + 1 + number : number);
	return range.length === 0 || range.some(({ from }) => first(from) <= lastPage);
}

/** For a range that names none of a document's pages. */
export function rangeBeyond(pageCount: number): Problem {
	return {
		code: 'PAGE_NOT_IN_DOCUMENT',
		message: `Page Range names no page of this document, which has ${pageCount === 1 ? 'one page' : `${pageCount} pages`}.`,
		hint: 'Change Page Range in the options: 1-3 for the first three pages, -2 for the last two, empty for all.',
		retryable: false,
	};
}

function wrong(reason: string): Result<PageRange, Problem> {
	return failed({
		code: 'INVALID_PAGE_RANGE',
		message: `The page range cannot be read. ${reason}`,
		hint: 'Write pages and ranges with commas between them: 1,3-5 for four pages, 7- from page 7 on, -2 for the last two. Leave it empty for all pages.',
		retryable: false,
	});
}
