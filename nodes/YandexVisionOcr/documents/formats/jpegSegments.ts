import { uint16 } from '../bytes';

export interface JpegSegment {
	/** The marker's second byte: 0xE1 for APP1, 0xDA for the start of the first scan. */
	readonly marker: number;
	/** Where the segment's data begin, behind its length. */
	readonly start: number;
	/** Where they end; can lie beyond the end of a file that is cut off. */
	readonly end: number;
}

/** Real files have some dozens; the largest colour profiles and XMP blocks make a few hundred. */
const maxSegments = 4096;

/**
 * The segments between the start of a JPEG file and its first scan, that one included. Bytes
 * between segments are skipped as decoders do. Each step advances, so the whole is linear.
 */
export function* jpegSegments(bytes: Buffer): Generator<JpegSegment> {
	let position = 2;
	for (let count = 0; count < maxSegments; count++) {
		const found = nextMarker(bytes, position);
		if (!found) return;
		if (standsAlone(found.marker)) {
			position = found.end;
			continue;
		}
		// The length counts its own two bytes: less than 2 would stand still or go backwards.
		const length = Math.max(uint16(bytes, found.end) ?? 2, 2);
		const start = found.end + 2;
		const end = found.end + length;
		yield { marker: found.marker, start, end };
		if (found.marker === 0xda) return;
		position = end;
	}
}

/** The next 0xFF that is followed by a marker, whatever number of 0xFF fill the space before. */
function nextMarker(bytes: Buffer, from: number): { marker: number; end: number } | undefined {
	let position = bytes.indexOf(0xff, from);
	for (let escaped = 0; position >= 0 && escaped < maxSegments; escaped++) {
		while (bytes[position] === 0xff) position++;
		const marker = bytes[position];
		if (marker === undefined) return undefined;
		if (marker !== 0) return { marker, end: position + 1 };
		position = bytes.indexOf(0xff, position);
	}
	return undefined;
}

/** TEM, RST0 to RST7, SOI, EOI: markers without a length (ITU-T T.81, B.1.1.3). */
function standsAlone(marker: number): boolean {
	return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
}
