import type { IDataObject } from 'n8n-workflow';
import type { Problem } from '../problem';
import type { Collected } from './collected';
import type { OutputShape, SourceFacts } from './shape';
import type { DocumentSummary } from './summary';
import { jsonLinesOf } from './serialise';
import { siblingName } from './wordFile';

/**
 * Guards n8n against a flood of items without throwing recognised pages away: an asynchronous
 * result stays at the service, so a problem with its operation ID is enough; a synchronous one
 * cannot be fetched again, so its items come out as a file, with the problem as the reason.
 */
export function limitItems(
	items: readonly IDataObject[],
	summary: DocumentSummary,
	shape: OutputShape,
	source: SourceFacts,
): Collected {
	if (items.length <= shape.maxItems) return { items, summary };
	const problem = tooManyItems(items.length, shape, source);
	if (source.operationId !== undefined) return { items: [], problem, summary };
	const file = {
		chunks: [jsonLinesOf(items)],
		fileName: siblingName(source.file, 'items.jsonl'),
		mimeType: 'application/x-ndjson',
	};
	const item = { file: source.file, pages: summary.pages, items: items.length };
	return { items: [item], file, problem, summary };
}

function tooManyItems(
	count: number,
	{ maxItems }: OutputShape,
	{ operationId }: SourceFacts,
): Problem {
	const hint =
		'Choose a coarser Output such as Line or Page, narrow the Page Range, choose Words as File, or raise Maximum Items.';
	return {
		code: 'TOO_MANY_ITEMS',
		message: `The file gives ${count} items, at most ${maxItems} are allowed by Maximum Items.`,
		hint:
			operationId === undefined
				? hint
				: `${hint} Get Result with the operation ID fetches the recognised pages again at no cost for three days.`,
		retryable: false,
		...(operationId === undefined ? {} : { operationId }),
	};
}
