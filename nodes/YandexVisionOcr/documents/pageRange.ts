import { ok, type Result } from '../problem';
import { refuse } from './refusal';

/** Pages are counted from 1. */
export type PageSpan =
	/** `3`, `3-5`, and `3-` without a last page. */
	| { readonly first: number; readonly last: number | undefined }
	/** `-2`, the last two. */
	| { readonly lastPages: number };

/** Without any span it stands for every page. */
export type PageRange = readonly PageSpan[];

/** Enough to list every page of the longest document the service takes. */
const maxTextLength = 2000;
const maxPage = 99_999;
const unusualDashes = /[\u2010-\u2015\u2212]/g;

/** Reads `1,3-5`, `3-`, `-2`; blanks do not count. Empty text is every page. */
export function parsePageRange(text: string): Result<PageRange> {
	if (text.length > maxTextLength) {
		return invalid(`has ${text.length} characters, more than the ${maxTextLength} it may have`);
	}
	const spans: PageSpan[] = [];
	for (const part of text.split(',')) {
		const entry = part.replace(/\s+/g, '').replace(unusualDashes, '-');
		if (entry === '') continue;
		const span = parseSpan(entry);
		if (!span.ok) return span;
		spans.push(span.value);
	}
	return ok(spans);
}

function parseSpan(entry: string): Result<PageSpan> {
	const [, start = '', dash = '', end = ''] = /^(\d{0,9})(-?)(\d{0,9})$/.exec(entry) ?? [];
	if (start + end === '') {
		return invalid(`holds '${entry.slice(0, 40)}', which is neither a page nor a range of pages`);
	}
	const outside = [start, end].find((digits) => digits !== '' && !isPage(Number(digits)));
	if (outside !== undefined) {
		return invalid(`holds ${outside}, but pages are counted from 1 and up to ${maxPage}`);
	}
	if (start === '') return ok({ lastPages: Number(end) });

	const first = Number(start);
	if (dash === '') return ok({ first, last: first });
	if (end === '') return ok({ first, last: undefined });
	const last = Number(end);
	if (last < first) return invalid(`holds ${entry}, which runs backwards: write ${last}-${first}`);
	return ok({ first, last });
}

function isPage(number: number): boolean {
	return number >= 1 && number <= maxPage;
}

function invalid(what: string): Result<never> {
	return refuse(
		'INVALID_PAGE_RANGE',
		`Page Range ${what}.`,
		'Write pages like 1,3-5; 3- for all from page 3 on; -2 for the last two.',
	);
}
