import { inspectFile } from '../../nodes/YandexVisionOcr/documents/inspectFile';
import {
	exifSegment,
	jpegSegment,
	jpegWith,
	orientationTiff,
	pngChunk,
	pngWith,
	tiff,
	uint16,
	uint32,
} from './build';
import { valueOf } from './results';

const orientations = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) => [
	{ orientation, littleEndian: false },
	{ orientation, littleEndian: true },
]);

function orientationOf(...segments: readonly Buffer[]): unknown {
	return valueOf(inspectFile(jpegWith(segments)));
}

test.each(orientations)('orientation $orientation, little endian $littleEndian', (given) => {
	const block = orientationTiff(given.orientation, given.littleEndian);
	expect(orientationOf(exifSegment(block))).toMatchObject({ orientation: given.orientation });
	expect(valueOf(inspectFile(pngWith([pngChunk('eXIf', block)])))).toMatchObject({
		orientation: 1,
		exifOrientation: given.orientation,
	});
});

test('an orientation that is written as a long number counts', () => {
	const entry = { tag: 0x0112, type: 4, value: uint32(6) };
	expect(orientationOf(exifSegment(tiff([entry])))).toMatchObject({ orientation: 6 });
});

test('the first EXIF block counts, and other APP1 segments do not', () => {
	const xmp = jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>'));
	const segments = [xmp, exifSegment(orientationTiff(3)), exifSegment(orientationTiff(6))];
	expect(orientationOf(...segments)).toMatchObject({ orientation: 3 });
});

const six = Buffer.concat([uint16(6), uint16(0)]);
const orientation = { tag: 0x0112, type: 3, value: six };
const upright: ReadonlyArray<readonly [what: string, block: Buffer]> = [
	['0', orientationTiff(0)],
	['9', orientationTiff(9)],
	['65535', orientationTiff(65_535)],
	['an orientation of another type', tiff([{ tag: 0x0112, type: 2, value: six }])],
	['an empty block', Buffer.alloc(0)],
	[
		'a block without a byte order',
		Buffer.concat([Buffer.from('XX'), orientationTiff(6).subarray(2)]),
	],
	['a directory behind the end', Buffer.concat([Buffer.from('MM\0*'), uint32(0xffff_fff0)])],
	[
		'a directory with more entries than bytes',
		Buffer.concat([Buffer.from('MM\0*'), uint32(8), uint16(0xffff)]),
	],
	['an entry that is cut off', orientationTiff(6).subarray(0, 18)],
	['a directory of directories without an orientation', tiff([], false, 8)],
];

test.each(upright)('%s is taken for upright', (_, block) => {
	expect(orientationOf(exifSegment(block))).toMatchObject({ orientation: 1 });
});

test('an orientation behind other entries is found, and one behind the segment is not', () => {
	const others = Array.from({ length: 500 }, () => ({ tag: 0x0100, type: 3, value: six }));
	expect(orientationOf(exifSegment(tiff([...others, orientation])))).toMatchObject({
		orientation: 6,
	});

	const block = orientationTiff(6);
	const cut = exifSegment(block.subarray(0, 10));
	expect(orientationOf(cut, jpegSegment(0xfe, block.subarray(10)))).toMatchObject({
		orientation: 1,
	});
});
