import { hasAt, uint16, uint32 } from '../bytes';

/** How a picture is turned or mirrored for display: EXIF Orientation. 1 is as stored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientationTag = 0x0112;
const entryBytes = 12;
const shortType = 3;
const longType = 4;

/**
 * The orientation in a TIFF structure, as EXIF holds it. Only the first directory is read, entry by
 * entry, so there is no chain of offsets that could run in a circle.
 *
 * @returns 1 where nothing, or nothing valid, is said.
 */
export function orientationInTiff(tiff: Buffer): Orientation {
	const littleEndian = hasAt(tiff, 0, 'II*\0');
	if (!littleEndian && !hasAt(tiff, 0, 'MM\0*')) return 1;

	const directory = uint32(tiff, 4, littleEndian) ?? tiff.length;
	const entries = uint16(tiff, directory, littleEndian) ?? 0;
	for (let index = 0; index < entries; index++) {
		const entry = directory + 2 + index * entryBytes;
		const tag = uint16(tiff, entry, littleEndian);
		if (tag === undefined) return 1;
		if (tag === orientationTag) return asOrientation(entryValue(tiff, entry, littleEndian));
	}
	return 1;
}

function entryValue(tiff: Buffer, entry: number, littleEndian: boolean): number | undefined {
	const type = uint16(tiff, entry + 2, littleEndian);
	if (type === shortType) return uint16(tiff, entry + 8, littleEndian);
	if (type === longType) return uint32(tiff, entry + 8, littleEndian);
	return undefined;
}

function asOrientation(value: number | undefined): Orientation {
	switch (value) {
		case 2:
		case 3:
		case 4:
		case 5:
		case 6:
		case 7:
		case 8:
			return value;
		default:
			return 1;
	}
}
