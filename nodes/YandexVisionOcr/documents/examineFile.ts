import type { Problem } from '../problem';
import { skipByFacts, skipByName, skipBySize, type FileFilters } from './filters';
import type { FileFacts } from './formats/registry';
import { inspectFile, recognizeFormat } from './inspectFile';
import { checkFileSize, checkLimits } from './limits';

/** What becomes of one file. */
export type Examination =
	| { readonly outcome: 'recognize'; readonly facts: FileFacts }
	/** The reason is a sentence for the execution hint. */
	| { readonly outcome: 'skip'; readonly reason: string }
	| { readonly outcome: 'fail'; readonly problem: Problem };

/**
 * Decides what becomes of a file, by its bytes, the user's filters and the service's limits. A file
 * that a wildcard found and that is no picture or PDF is skipped; one that was named fails, since
 * the user expects its words. Filters hold for both.
 *
 * @param file `named`: whether its field was named outright
 */
export function examineFile(
	bytes: Uint8Array,
	file: { readonly fileName: string; readonly named: boolean },
	filters: FileFilters,
): Examination {
	const unread = skipByName(file.fileName, filters) ?? skipBySize(bytes.length, filters);
	if (unread !== undefined) return skip(unread);

	const format = recognizeFormat(bytes);
	if (!format.ok) {
		const otherType = format.error.code === 'UNSUPPORTED_FILE_TYPE';
		return otherType && !file.named ? skip(format.error.message) : fail(format.error);
	}
	const tooLarge = checkFileSize(bytes.length);
	if (tooLarge) return fail(tooLarge);

	const inspected = inspectFile(bytes);
	if (!inspected.ok) return fail(inspected.error);
	const facts = inspected.value;
	const filtered = skipByFacts(facts, filters);
	if (filtered !== undefined) return skip(filtered);
	const exceeded = checkLimits(facts);
	return exceeded ? fail(exceeded) : { outcome: 'recognize', facts };
}

function skip(reason: string): Examination {
	return { outcome: 'skip', reason };
}

function fail(problem: Problem): Examination {
	return { outcome: 'fail', problem };
}
