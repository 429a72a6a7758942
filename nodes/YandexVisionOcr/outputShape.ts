import type { OutputShape } from './items/shape';
import { parsePageRange } from './pages/range';
import type { ReadParameters } from './parameters';
import { ok, type Result } from './problem';

/** What the user wants to come out, checked. */
export function outputShape({ output, simplify, options }: ReadParameters): Result<OutputShape> {
	const pages = parsePageRange(options.pages);
	if (!pages.ok) return pages;
	return ok({
		output,
		simplify,
		coordinateUnit: options.coordinateUnit,
		coordinateFrame: options.coordinateFrame,
		pages: pages.value,
		region: options.region ?? null,
		regionOverlap: options.regionOverlap / 100,
		maxItems: options.maxItems,
		wordsAsFile: options.wordsAsFile,
		firstRowIsHeader: options.firstRowIsHeader,
		whenEmpty: options.whenEmpty,
		csvSafe: options.csvSafe,
	});
}
