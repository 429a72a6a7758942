/**
 * Reading from a view of bytes. Every function stays inside the view and answers `undefined` beyond
 * its end: n8n's Buffers are often slices of a pool, and what lies behind them belongs to others.
 */

export function uint16(bytes: Buffer, offset: number, littleEndian = false): number | undefined {
	const first = bytes[offset];
	const second = bytes[offset + 1];
	if (first === undefined || second === undefined) return undefined;
	return littleEndian ? second * 0x100 + first : first * 0x100 + second;
}

export function uint32(bytes: Buffer, offset: number, littleEndian = false): number | undefined {
	const first = uint16(bytes, offset, littleEndian);
	const second = uint16(bytes, offset + 2, littleEndian);
	if (first === undefined || second === undefined) return undefined;
	return littleEndian ? second * 0x1_0000 + first : first * 0x1_0000 + second;
}

/** Whether `expected` (bytes, or text in Latin-1) stands at `offset`. */
export function hasAt(
	bytes: Buffer,
	offset: number,
	expected: string | readonly number[],
): boolean {
	for (let index = 0; index < expected.length; index++) {
		const wanted = typeof expected === 'string' ? expected.charCodeAt(index) : expected[index];
		if (bytes[offset + index] !== wanted) return false;
	}
	return true;
}

/** The text in Latin-1 between two offsets, cut at the end of the view. */
export function textAt(bytes: Buffer, start: number, end: number): string {
	return bytes.toString('latin1', start, end);
}

/** The same memory as a Buffer, of exactly the view's extent. */
export function asBuffer(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
