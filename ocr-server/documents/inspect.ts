import { crc32 } from 'node:zlib';

import { imageSize } from 'image-size';

import { invalidArgument } from '../serviceError';
import { inspectPdf } from './inspectPdf';

export interface PixelSize {
	readonly widthPx: number;
	readonly heightPx: number;
}

export interface InspectedDocument {
	readonly format: 'jpeg' | 'png' | 'pdf';
	readonly bytes: Buffer;
	/** Same bytes, same number. */
	readonly checksum: number;
	/** How the picture or each page of the PDF is displayed; an image is a document of one page. */
	readonly pages: readonly PixelSize[];
}

export interface InspectOptions {
	readonly maxPixels: number;
	/** Takes PDFs to have so many pages without opening them. */
	readonly pdfPages?: number | undefined;
}

const PDF_MAGIC = '%PDF-';

/** Reads format and size from the header. Throws a ServiceError for what cannot be decoded. */
export async function inspect(bytes: Buffer, options: InspectOptions): Promise<InspectedDocument> {
	const checksum = crc32(bytes);
	if (bytes.subarray(0, 1024).includes(PDF_MAGIC)) {
		return { format: 'pdf', bytes, checksum, pages: await inspectPdf(bytes, options.pdfPages) };
	}
	const { format, size } = inspectImage(bytes);
	const pixels = size.widthPx * size.heightPx;
	if (pixels > options.maxPixels) {
		throw invalidArgument(
			`image resolution is too high: ${size.widthPx} x ${size.heightPx} = ${pixels} pixels, allowed ${options.maxPixels}`,
		);
	}
	return { format, bytes, checksum, pages: [size] };
}

function inspectImage(bytes: Buffer): { format: 'jpeg' | 'png'; size: PixelSize } {
	const header = readImageHeader(bytes);
	const format = header.type === 'jpg' ? 'jpeg' : header.type;
	if (format !== 'jpeg' && format !== 'png') {
		throw invalidArgument(
			`cannot decode the image: format ${format ?? 'unknown'} is not supported`,
		);
	}
	const breaksOff = format === 'png' && !bytes.includes('IEND');
	if (breaksOff || header.width < 1 || header.height < 1) {
		throw invalidArgument('cannot decode the image');
	}
	const turned = format === 'jpeg' && (header.orientation ?? 1) >= 5;
	return {
		format,
		size: turned
			? { widthPx: header.height, heightPx: header.width }
			: { widthPx: header.width, heightPx: header.height },
	};
}

function readImageHeader(bytes: Buffer): ReturnType<typeof imageSize> {
	try {
		return imageSize(bytes);
	} catch {
		throw invalidArgument('cannot decode the image');
	}
}
