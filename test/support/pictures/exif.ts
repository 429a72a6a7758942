const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/** The JPEG with an EXIF segment, right after its first marker, that says how it is turned. */
export function withOrientation(jpeg: Buffer, orientation: number, bigEndian: boolean): Buffer {
	const tiff = Buffer.alloc(26);
	const write16 = (value: number, at: number) =>
		bigEndian ? tiff.writeUInt16BE(value, at) : tiff.writeUInt16LE(value, at);
	const write32 = (value: number, at: number) =>
		bigEndian ? tiff.writeUInt32BE(value, at) : tiff.writeUInt32LE(value, at);
	tiff.write(bigEndian ? 'MM' : 'II', 0, 'latin1');
	write16(42, 2);
	write32(8, 4);
	write16(1, 8);
	write16(ORIENTATION_TAG, 10);
	write16(SHORT, 12);
	write32(1, 14);
	write16(orientation, 18);
	const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
	const marker = Buffer.from([0xff, 0xe1, 0, content.length + 2]);
	return Buffer.concat([jpeg.subarray(0, 2), marker, content, jpeg.subarray(2)]);
}
