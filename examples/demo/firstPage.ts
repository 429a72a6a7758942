import { renderPages } from '../../ocr-server/recognizers/pdfPages';

/**
 * The first page of a PDF as a PNG, in the pixels in which the local server reads it; undefined for
 * what is no PDF. The service draws pages in a size of its own: its boxes would not fit.
 */
export async function firstPage(bytes: Buffer): Promise<Buffer | undefined> {
	if (!bytes.subarray(0, 1024).includes('%PDF-')) return undefined;
	for await (const page of renderPages(bytes, 1, new AbortController().signal)) {
		return Buffer.isBuffer(page) ? page : undefined;
	}
	return undefined;
}
