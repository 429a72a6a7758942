import type { Problem } from '../problem';
import { amount } from './amount';
import type { FileFacts } from './formats/registry';
import { refusal } from './refusal';

/**
 * What the service takes (yandex.cloud/docs/vision/concepts/limits, in API.md). A megapixel is
 * taken for the million pixels it means: were the service's own bound a little higher, a picture
 * refused here would only have to be made smaller by a hair.
 */
export const limits = {
	maxFileBytes: 10_485_760,
	maxImagePixels: 20_000_000,
	maxPdfPages: 200,
} as const;

/** Needs no more than the size: worth asking before a file is read. */
export function checkFileSize(fileBytes: number): Problem | undefined {
	if (fileBytes <= limits.maxFileBytes) return undefined;
	return refusal(
		'FILE_TOO_LARGE',
		`The file has ${amount(fileBytes)} bytes, more than the ${amount(limits.maxFileBytes)} (10 MB) the service takes.`,
		'Make it smaller: fewer pixels or stronger compression for a picture, fewer pages for a PDF.',
	);
}

/** The bounds on pixels and pages. A page count that cannot be told is left to the service. */
export function checkLimits(facts: FileFacts): Problem | undefined {
	return facts.kind === 'pdf' ? checkPages(facts.pageCount ?? 0) : checkPixels(facts);
}

function checkPixels({ width, height }: { width: number; height: number }): Problem | undefined {
	if (width * height <= limits.maxImagePixels) return undefined;
	return refusal(
		'IMAGE_TOO_LARGE',
		`The picture has ${amount(width)} x ${amount(height)} = ${amount(width * height)} pixels, more than the ${amount(limits.maxImagePixels)} (20 megapixels) the service takes.`,
		"Scale it down first, for example with n8n's Edit Image node (operation Resize).",
	);
}

function checkPages(pageCount: number): Problem | undefined {
	if (pageCount <= limits.maxPdfPages) return undefined;
	return refusal(
		'TOO_MANY_PAGES',
		`The PDF has ${amount(pageCount)} pages, more than the ${limits.maxPdfPages} the service takes.`,
		`Split it into files of at most ${limits.maxPdfPages} pages.`,
	);
}
