import { invalidArgument } from '../serviceError';
import type { PixelSize } from './inspect';

/** PDF pages are measured in points, 72 to the inch; we render them at 200 dpi. */
export const PIXELS_PER_POINT = 200 / 72;

const A4: PixelSize = { widthPx: 1654, heightPx: 2339 };

/** The pages' sizes as rendered. Throws a ServiceError for a PDF that is damaged or encrypted. */
export async function inspectPdf(
	bytes: Buffer,
	assumedPages: number | undefined,
): Promise<readonly PixelSize[]> {
	if (assumedPages !== undefined) return Array.from({ length: assumedPages }, () => A4);
	const { isEncrypted, pages } = await openPdf(bytes);
	if (isEncrypted) throw invalidArgument('cannot decode the PDF: it is encrypted');
	return pages.map((page) => {
		const { width, height } = page.getSize();
		const sideways = page.getRotation().angle % 180 !== 0;
		const size = [width, height].map((points) => Math.ceil(points * PIXELS_PER_POINT));
		const [widthPx = 0, heightPx = 0] = sideways ? size.reverse() : size;
		return { widthPx, heightPx };
	});
}

async function openPdf(bytes: Buffer) {
	const { PDFDocument } = await import('pdf-lib');
	try {
		const document = await PDFDocument.load(bytes, {
			ignoreEncryption: true,
			updateMetadata: false,
		});
		const { isEncrypted } = document;
		return { isEncrypted, pages: isEncrypted ? [] : document.getPages() };
	} catch {
		throw invalidArgument('cannot decode the PDF');
	}
}
