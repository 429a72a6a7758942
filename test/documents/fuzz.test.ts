import fc from 'fast-check';
import { orientationInTiff } from '../../nodes/YandexVisionOcr/documents/formats/exif';
import { inspectFile } from '../../nodes/YandexVisionOcr/documents/inspectFile';
import { exifSegment, jpegWith, orientationTiff, pngChunk, pngWith } from './build';
import { fixture, fixtures } from './fixtures';
import { fuzzRuns, fuzzTimeoutMs } from './fuzz';
import { mutationsOf } from './mutation';

const orientations = [1, 2, 3, 4, 5, 6, 7, 8];

/** The file as a slice of a buffer that is filled with something else: n8n's are often that. */
function pooled(file: Buffer, filler: number): Uint8Array {
	const pool = Buffer.alloc(file.length + 64, filler);
	file.copy(pool, 32);
	return pool.subarray(32, 32 + file.length);
}

/** Never throws, tells nothing impossible, and nothing that depends on the bytes around the file. */
function isSound(file: Buffer): boolean {
	const result = inspectFile(pooled(file, 0x00));
	const told = JSON.stringify(result);
	if (JSON.stringify(inspectFile(pooled(file, 0xff))) !== told) return false;
	if (!result.ok) return result.error.message.endsWith('.') && result.error.hint.endsWith('.');
	const facts = result.value;
	if (facts.kind === 'image') {
		return facts.width > 0 && facts.height > 0 && orientations.includes(facts.orientation);
	}
	return facts.pageCount === undefined || (facts.pageCount > 0 && facts.pageCount < file.length);
}

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

test.each(families)(
	'no mutation of %s gets the better of the inspection',
	(_, files) => {
		fc.assert(fc.property(mutationsOf(files), isSound), fuzzRuns);
	},
	fuzzTimeoutMs,
);

test(
	'no mutation of an EXIF block gets the better of its reader',
	() => {
		const blocks = mutationsOf([exif, orientationTiff(6, true)]);
		fc.assert(
			fc.property(blocks, (block) => orientations.includes(orientationInTiff(block))),
			fuzzRuns,
		);
	},
	fuzzTimeoutMs,
);

test(
	'no bytes at all get the better of the inspection',
	() => {
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
		fc.assert(fc.property(bytes, isSound), fuzzRuns);
	},
	fuzzTimeoutMs,
);
