import { textAt, uint32 } from '../bytes';

/** Encoders write pieces of 8 KiB and more: a file at the size limit has some 1,300. */
const maxChunks = 4096;
const framingBytes = 12;

/**
 * Walks over the chunks of a PNG file, from `start` to IEND.
 *
 * @returns `found` also where there are more chunks than are looked at: what cannot be told is
 * taken for good.
 */
export function pngChunks(
	bytes: Buffer,
	start: number,
	visit: (type: string, data: Buffer) => void,
): 'found' | 'missing' | 'damaged' {
	let position = start;
	for (let count = 0; count < maxChunks; count++) {
		const length = uint32(bytes, position);
		const type = textAt(bytes, position + 4, position + 8);
		if (length === undefined || type.length < 4) return 'missing';
		if (type === 'IEND') return 'found';
		if (!isChunkType(type)) return 'damaged';
		const data = position + 8;
		if (data + length > bytes.length) return 'missing';
		visit(type, bytes.subarray(data, data + length));
		position += framingBytes + length;
	}
	return 'found';
}

function isChunkType(type: string): boolean {
	return /^[A-Za-z]{4}$/.test(type);
}
