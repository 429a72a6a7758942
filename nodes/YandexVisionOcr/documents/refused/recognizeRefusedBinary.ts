import { recognizeBmp } from './bmp';
import { recognizeIsoMedia } from './isoMedia';
import type { RefusedFormat } from './refusedFormat';
import { recognizeSignature } from './signatures';
import { recognizeZip } from './zip';

const recognizers = [recognizeSignature, recognizeIsoMedia, recognizeZip, recognizeBmp];

/** What a file is whose bytes are those of a kind the service does not read, text aside. */
export function recognizeRefusedBinary(bytes: Buffer): RefusedFormat | undefined {
	for (const recognize of recognizers) {
		const format = recognize(bytes);
		if (format) return format;
	}
	return undefined;
}
