import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { Collected } from '../items/collector';
import type { OutputShape } from '../items/shape';
import type { DocumentSummary } from '../items/summary';
import type { ItemFile } from '../items/wordFile';
import type { Outcome } from '../outcome';
import { rangeBeyond } from '../pages/range';
import { ok, type Problem, type Result } from '../problem';

/** Stores bytes in n8n's binary mode: `helpers.prepareBinaryData`. */
export type StoreFile = (
	bytes: Buffer,
	fileName: string,
	mimeType: string,
) => Promise<Result<IBinaryData>>;

/** What comes out of one file, as items, errors and remarks. */
export async function collectedOutcome(
	{ items, file, problem, summary }: Collected,
	shape: OutputShape,
	operationId: string | undefined,
	store: StoreFile,
): Promise<Outcome> {
	const problems = pageProblems(summary, shape, operationId).map((pageProblem) =>
		withOperation(pageProblem, operationId),
	);
	const [first, ...more] = problems;
	if (first !== undefined && more.length === 0 && summary.pages === 0) {
		return { kind: 'failed', problem: first };
	}
	// Items that went into a file instead are not lost: the problem is only worth a remark then.
	if (problem !== undefined && file === undefined) return { kind: 'failed', problem };
	const stored = await toItems(items, file, problem === undefined ? 'words' : 'items', store);
	if (!stored.ok) return { kind: 'failed', problem: withOperation(stored.error, operationId) };
	return {
		kind: 'items',
		items: stored.value,
		problems,
		remarks: [
			...(problem === undefined ? [] : [`${problem.message} They are in a file.`]),
			...remarksOn(summary, shape, items.length),
		],
	};
}

async function toItems(
	items: Collected['items'],
	file: ItemFile | undefined,
	field: string,
	store: StoreFile,
): Promise<Result<readonly INodeExecutionData[]>> {
	if (file === undefined) return ok(items.map((json) => ({ json })));
	const stored = await store(Buffer.concat(file.chunks), file.fileName, file.mimeType);
	if (!stored.ok) return stored;
	return ok(items.map((json) => ({ json, binary: { [field]: stored.value } })));
}

function withOperation(problem: Problem, operationId: string | undefined): Problem {
	return operationId === undefined ? problem : { ...problem, operationId };
}

function pageProblems(
	summary: DocumentSummary,
	shape: OutputShape,
	operationId: string | undefined,
): readonly Problem[] {
	const { failedPages, missingPages } = summary;
	const failures = failedPages.map(({ page, problem }) => ({
		...problem,
		message: `${nameOf(page, missingPages)}${problem.message}`,
	}));
	const missing =
		missingPages.length > 0 && failures.length === 0 ? [pagesMissing(summary, operationId)] : [];
	const beyond =
		summary.rangeIsBeyond && shape.output !== 'raw' ? [rangeBeyond(summary.pages)] : [];
	return [...failures, ...missing, ...beyond];
}

/** An error that does not say its page is about one of those that did not come. */
function nameOf(page: number | null, missingPages: readonly number[]): string {
	if (page !== null) return `Page ${page}: `;
	if (missingPages.length === 0) return '';
	return missingPages.length === 1
		? `Page ${missingPages[0]}: `
		: `One of the pages ${listed(missingPages)}: `;
}

function listed(pages: readonly number[]): string {
	return `${pages.slice(0, 20).join(', ')}${pages.length > 20 ? ' and more' : ''}`;
}

function pagesMissing({ missingPages }: DocumentSummary, operationId: string | undefined): Problem {
	return {
		code: 'PAGES_MISSING',
		message: `The answer of the service lacks page ${listed(missingPages)}.`,
		hint:
			operationId === undefined
				? 'Run the file again.'
				: 'Fetch the result again with Get Result and the operation ID; it costs nothing for three days.',
		retryable: true,
	};
}

/** Outputs that only some models give anything for; a user may have left the model as it was. */
const wantedModels: Partial<Record<OutputShape['output'], string>> = {
	table: 'no table was found: the models Table and Markdown find tables',
	tableRow: 'no table was found: the models Table and Markdown find tables',
	entity: 'no fields were found: the passport, license and registration models give fields',
	picture: 'no picture was found on the pages',
};

function remarksOn(
	summary: DocumentSummary,
	{ output }: OutputShape,
	itemCount: number,
): readonly string[] {
	const { isEmpty, pages, pagesOutsideRegion, pagesWithoutSize, repeatedPages } = summary;
	const wanted = itemCount === 0 && !isEmpty ? wantedModels[output] : undefined;
	return [
		...(isEmpty && pages > 0 ? ['no text was found'] : []),
		...(wanted === undefined ? [] : [wanted]),
		...remark(pagesOutsideRegion, (list) => `the Region lies outside page ${list}`),
		...remark(
			pagesWithoutSize,
			(list) => `the size of page ${list} is not known, so its coordinates could not be converted`,
		),
		...remark(repeatedPages, (list) => `page ${list} came twice, and was taken once`),
	];
}

function remark(pages: readonly number[], say: (list: string) => string): readonly string[] {
	return pages.length === 0 ? [] : [say(listed(pages))];
}
