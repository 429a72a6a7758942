import type { FileFacts } from './documents/formats/registry';
import type { Options } from './options';
import type { Problem } from './problem';

/** How a file goes to the service. */
export type Way = 'sync' | 'async';

/**
 * A file that would wait longer than this in the synchronous queue goes asynchronously: that way has
 * ten times the quota, but costs a second or two for submitting, polling and fetching.
 */
const LONGEST_SYNC_WAIT_MS = 3_000;

/** @param syncWaitMs how long the shared synchronous queue would hold the file up now */
export function chooseWay(
	facts: FileFacts,
	mode: Options['processingMode'],
	syncWaitMs: number,
): Way {
	if (mode !== 'auto') return mode;
	if (!isSinglePage(facts)) return 'async';
	return syncWaitMs <= LONGEST_SYNC_WAIT_MS ? 'sync' : 'async';
}

/** Why a file can't go the way that the user chose. A page count that can't be told is left to the service. */
export function wayProblem(facts: FileFacts, way: Way): Problem | undefined {
	if (way === 'async' || facts.kind === 'image' || (facts.pageCount ?? 1) <= 1) return undefined;
	return {
		code: 'TOO_MANY_PAGES',
		message: `The PDF has ${facts.pageCount} pages, but only 1 can be recognized synchronously.`,
		hint: 'Set Processing Mode in the options to Automatic or Asynchronous.',
		retryable: false,
	};
}

function isSinglePage(facts: FileFacts): boolean {
	return facts.kind === 'image' || facts.pageCount === 1;
}
