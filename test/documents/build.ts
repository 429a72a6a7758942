/** Files built byte by byte, for what no well-behaved program writes. */

const latin1 = (text: string) => Buffer.from(text, 'latin1');

export function uint16(value: number, littleEndian = false): Buffer {
	const bytes = Buffer.alloc(2);
	if (littleEndian) bytes.writeUInt16LE(value);
	else bytes.writeUInt16BE(value);
	return bytes;
}

export function uint32(value: number, littleEndian = false): Buffer {
	const bytes = Buffer.alloc(4);
	if (littleEndian) bytes.writeUInt32LE(value);
	else bytes.writeUInt32BE(value);
	return bytes;
}

export function jpegSegment(marker: number, data: Buffer): Buffer {
	return Buffer.concat([Buffer.from([0xff, marker]), uint16(data.length + 2), data]);
}

function frameHeader(width: number, height: number, marker = 0xc0): Buffer {
	return jpegSegment(
		marker,
		Buffer.concat([Buffer.from([8]), uint16(height), uint16(width), Buffer.from([1, 1, 0x11, 0])]),
	);
}

export const startOfImage = Buffer.from([0xff, 0xd8]);
const endOfImage = Buffer.from([0xff, 0xd9]);
/** A scan's header and some of its data. */
const scan = Buffer.concat([
	jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
	Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78]),
]);

/** A JPEG file with these segments before its frame header. */
export function jpegWith(segments: readonly Buffer[], width = 8, height = 6): Buffer {
	return Buffer.concat([startOfImage, ...segments, frameHeader(width, height), scan, endOfImage]);
}

export interface TiffEntry {
	readonly tag: number;
	readonly type: number;
	/** The four bytes of the value, or of the offset to it. */
	readonly value: Buffer;
}

/** A TIFF structure with one directory, as EXIF holds it. */
export function tiff(
	entries: readonly TiffEntry[],
	littleEndian = false,
	nextDirectory = 0,
): Buffer {
	return Buffer.concat([
		latin1(littleEndian ? 'II*\0' : 'MM\0*'),
		uint32(8, littleEndian),
		uint16(entries.length, littleEndian),
		...entries.flatMap(({ tag, type, value }) => [
			uint16(tag, littleEndian),
			uint16(type, littleEndian),
			uint32(1, littleEndian),
			value,
		]),
		uint32(nextDirectory, littleEndian),
	]);
}

export function orientationTiff(orientation: number, littleEndian = false): Buffer {
	const value = Buffer.concat([uint16(orientation, littleEndian), uint16(0)]);
	return tiff([{ tag: 0x0112, type: 3, value }], littleEndian);
}

export function exifSegment(tiffBytes: Buffer): Buffer {
	return jpegSegment(0xe1, Buffer.concat([latin1('Exif\0\0'), tiffBytes]));
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk with a wrong checksum: it is not looked at. */
export function pngChunk(type: string, data: Buffer): Buffer {
	return Buffer.concat([uint32(data.length), latin1(type), data, uint32(0)]);
}

export function pngHeader(width: number, height: number): Buffer {
	return pngChunk(
		'IHDR',
		Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])]),
	);
}

/** A PNG file with these chunks between its header and its end. */
export function pngWith(chunks: readonly Buffer[], width = 8, height = 6): Buffer {
	return Buffer.concat([
		pngSignature,
		pngHeader(width, height),
		...chunks,
		pngChunk('IDAT', Buffer.alloc(16)),
		pngChunk('IEND', Buffer.alloc(0)),
	]);
}

/** A PDF file around these objects; what stands at its end is never looked into. */
export function pdfWith(...objects: readonly string[]): Buffer {
	return latin1(
		`%PDF-1.4\n${objects.join('\n')}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
	);
}
