import type { IDataObject } from 'n8n-workflow';
import type { Page } from '../pages/page';
import { isInRange, namesAPage } from '../pages/range';
import type { Problem } from '../problem';
import type { Collected } from './collected';
import { type CollectedPage, collectPage } from './collectedPage';
import { documentItem } from './document';
import { entityItems } from './entities';
import { limitItems } from './itemLimit';
import type { PageSummary } from './pageSummary';
import { plainCopy } from './plainCopy';
import type { OutputShape, SourceFacts } from './shape';
import { summarise } from './summarise';
import type { DocumentSummary, FailedPage } from './summary';
import { wordFile } from './wordFile';

export type { Collected } from './collected';

/**
 * Takes the pages of one file in any order, makes their items at once and lets the pages go.
 * Everything is synchronous: whoever calls it may let other work run between two pages.
 */
export interface Collector {
	add(page: Page): void;
	/** A page that came as an error. `pageNumber` counts from 1. */
	addProblem(pageNumber: number | null, problem: Problem): void;
	/** For `output: 'raw'`, instead of `add`: one object of the answer, parsed and otherwise untouched. */
	addRaw(value: object): void;
	/** Items in the order of the pages, whatever order they came in. Call it once. */
	finish(): Collected;
}

export function createCollector(shape: OutputShape, source: SourceFacts): Collector {
	const pages = new Map<number, CollectedPage>();
	const repeatedPages: number[] = [];
	const failedPages: FailedPage[] = [];
	const raw: IDataObject[] = [];
	return {
		add(page) {
			if (pages.has(page.number)) repeatedPages.push(page.number);
			else pages.set(page.number, collectPage(page, shape, source));
		},
		addProblem(page, problem) {
			failedPages.push({ page, problem });
		},
		addRaw(value) {
			raw.push(plainCopy(value));
		},
		finish() {
			const ordered = [...pages.values()].sort((a, b) => a.number - b.number);
			const lastPage = lastPageOf(ordered, failedPages, source);
			const kept = ordered.filter((page) => isInRange(shape.pages, page.number, lastPage));
			const rangeIsBeyond = lastPage > 0 && !namesAPage(shape.pages, lastPage);
			const arrived = { lastPage, rangeIsBeyond, repeatedPages, failedPages };
			const summary = summarise(ordered, kept, arrived, source);
			if (shape.output === 'raw') return limitItems(raw, summary, shape, source);
			const file = wordFile(kept, shape, source);
			if (file) return { items: [fileItem(kept, summary, source)], file, summary };
			const items = itemsOf(kept, summary, shape, source);
			return limitItems(orEmptyItem(items, shape, source), summary, shape, source);
		},
	};
}

function lastPageOf(
	ordered: readonly CollectedPage[],
	failedPages: readonly FailedPage[],
	source: SourceFacts,
): number {
	let last = Math.max(source.pageCount ?? 0, ordered.at(-1)?.number ?? 0);
	for (const { page } of failedPages) last = Math.max(last, page ?? 0);
	return last;
}

function itemsOf(
	kept: readonly CollectedPage[],
	summary: DocumentSummary,
	shape: OutputShape,
	source: SourceFacts,
): IDataObject[] {
	const summaries = kept.flatMap(({ summary: page }): PageSummary[] => (page ? [page] : []));
	if (shape.output === 'document') return [documentItem(summaries, summary, shape, source)];
	if (shape.output === 'entity') return entityItems(summaries, shape, source);
	const items: IDataObject[] = [];
	for (const page of kept) for (const item of page.items) items.push(item);
	return items;
}

function fileItem(
	kept: readonly CollectedPage[],
	summary: DocumentSummary,
	source: SourceFacts,
): IDataObject {
	const words = kept.reduce((sum, page) => sum + page.itemCount, 0);
	return { file: source.file, pages: kept.length, words, filtered: summary.filtered };
}

function orEmptyItem(
	items: IDataObject[],
	shape: OutputShape,
	source: SourceFacts,
): readonly IDataObject[] {
	if (items.length > 0 || shape.whenEmpty === 'nothing') return items;
	return [{ file: source.file, text: '', empty: true }];
}
