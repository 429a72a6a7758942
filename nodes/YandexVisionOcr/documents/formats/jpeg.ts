import { ok, type Result } from '../../problem';
import { hasAt, uint16 } from '../bytes';
import { refuse } from '../refusal';
import { orientationInTiff, type Orientation } from './exif';
import type { Format } from './format';
import { jpegSegments } from './jpegSegments';

export interface JpegFacts {
	readonly kind: 'image';
	readonly format: 'jpeg';
	readonly mimeType: 'image/jpeg';
	/** Pixels as they lie in the file, before the orientation turns them. */
	readonly width: number;
	readonly height: number;
	readonly orientation: Orientation;
}

const startOfScan = 0xda;
const app1 = 0xe1;
const exifHeader = 'Exif\0\0';
const notFrameHeaders = [0xc4, 0xc8, 0xcc];
const endOfImage = Buffer.from([0xff, 0xd9]);

export const jpeg: Format<JpegFacts> = {
	claims: (bytes) => hasAt(bytes, 0, [0xff, 0xd8]) && (bytes[2] ?? 0xff) === 0xff,

	inspect(bytes) {
		let size: { width: number; height: number } | undefined;
		let orientation: Orientation | undefined;
		for (const { marker, start, end } of jpegSegments(bytes)) {
			if (marker === startOfScan) {
				// Data after the picture (a second picture, a clip, padding) is usual; an end before it is not.
				const complete = bytes.lastIndexOf(endOfImage) >= end;
				if (!complete) return truncated();
				if (!size) break;
				return ok(facts(size, orientation ?? 1));
			}
			if (end > bytes.length) return truncated();
			if (isFrameHeader(marker)) size ??= frameSize(bytes, start);
			if (marker === app1 && hasAt(bytes, start, exifHeader)) {
				orientation ??= orientationInTiff(bytes.subarray(start + exifHeader.length, end));
			}
		}
		return hasTail(bytes) ? damaged() : truncated();
	},
};

function facts(size: { width: number; height: number }, orientation: Orientation): JpegFacts {
	return { kind: 'image', format: 'jpeg', mimeType: 'image/jpeg', ...size, orientation };
}

/** SOF0 to SOF15; three markers in their midst are something else (ITU-T T.81, table B.1). */
function isFrameHeader(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && !notFrameHeaders.includes(marker);
}

/** A height of 0 is legal (it then follows the first scan), but no decoder in use reads it. */
function frameSize(bytes: Buffer, start: number) {
	const height = uint16(bytes, start + 1);
	const width = uint16(bytes, start + 3);
	return width && height ? { width, height } : undefined;
}

function hasTail(bytes: Buffer): boolean {
	return bytes.lastIndexOf(endOfImage) > 0;
}

function truncated(): Result<never> {
	return refuse(
		'FILE_TRUNCATED',
		'It is a JPEG picture that is cut off: its end is missing.',
		'Fetch or upload the file again, and check that the step before hands it on whole.',
	);
}

function damaged(): Result<never> {
	return refuse(
		'FILE_DAMAGED',
		'It begins like a JPEG picture, but holds no readable picture size.',
		'Open it in an image viewer and save it again as JPEG or PNG.',
	);
}
