import fc from 'fast-check';
import { orientationInTiff } from '../../nodes/YandexVisionOcr/documents/formats/exif';
import { inspectFile } from '../../nodes/YandexVisionOcr/documents/inspectFile';
import { exifSegment, jpegWith, orientationTiff, pngChunk, pngWith } from './build';
import { fixture, fixtures } from './fixtures';
import { readInView, testLaw } from './fuzz';
import { mutationsOf } from './mutation';

const orientations = [1, 2, 3, 4, 5, 6, 7, 8];

/** Never throws, tells nothing impossible, and nothing that depends on the bytes around the file. */
function isSound(file: Buffer): boolean {
	const result = readInView(file, inspectFile);
	if (!result.ok) return result.error.message.endsWith('.') && result.error.hint.endsWith('.');
	const facts = result.value;
	if (facts.kind === 'image') {
		return facts.width > 0 && facts.height > 0 && orientations.includes(facts.orientation);
	}
	return facts.pageCount === undefined || (facts.pageCount > 0 && facts.pageCount < file.length);
}

/** For the three readings of a file of a few kilobytes. */
const LIMIT_MS = 5;

const exif = orientationTiff(6);
const families: ReadonlyArray<readonly [family: string, files: readonly Buffer[]]> = [
	['PNG', [fixture('drawn.png'), fixture('metadata.png'), pngWith([pngChunk('eXIf', exif)])]],
	[
		'JPEG',
		[fixture('drawn.jpg'), fixture('progressive.jpg'), jpegWith([exifSegment(exif)]), jpegWith([])],
	],
	['PDF', [fixture('three-pages.pdf'), fixture('linearized.pdf'), fixture('object-streams.pdf')]],
	[
		'every other kind',
		fixtures.filter(({ expected }) => typeof expected === 'string').map(({ bytes }) => bytes),
	],
];

for (const [family, files] of families) {
	const name = `no mutation of ${family} gets the better of the inspection`;
	testLaw(name, mutationsOf(files), isSound, LIMIT_MS);
}

testLaw(
	'no mutation of an EXIF block gets the better of its reader',
	mutationsOf([exif, orientationTiff(6, true)]),
	(block) => orientations.includes(readInView(block, orientationInTiff)),
	LIMIT_MS,
);

const beginnings = [
	'',
	'\xff\xd8\xff',
	'\x89PNG\r\n\x1a\n',
	'%PDF-',
	'PK\x03\x04',
	'\0\0\0 ftyp',
	'BM',
];
const bytes = fc
	.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 60 }))
	.map(([beginning, rest]) => Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));

testLaw('no bytes at all get the better of the inspection', bytes, isSound, LIMIT_MS);
