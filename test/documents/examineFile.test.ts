import { examineFile } from '../../nodes/YandexVisionOcr/documents/examineFile';
import type { FileFilters } from '../../nodes/YandexVisionOcr/documents/filters';
import { limits } from '../../nodes/YandexVisionOcr/documents/limits';
import { jpegWith, pngWith } from './build';
import { fixture } from './fixtures';

const none: FileFilters = { fileTypes: [], fileNamePattern: '', minBytes: 0, minPixels: 0 };
const found = { fileName: 'scan.png', named: false };
const named = { ...found, named: true };
const picture = pngWith([], 120, 40);
const pictureBytes = picture.length;

const filtered: ReadonlyArray<readonly [Partial<FileFilters>, reason: string | undefined]> = [
	[{}, undefined],
	[{ fileTypes: ['png', 'pdf'] }, undefined],
	[{ fileTypes: ['.PNG'] }, undefined],
	[{ fileTypes: ['jpg', 'pdf'] }, 'It is a PNG file, but File Types asks for JPEG, PDF.'],
	[{ fileNamePattern: '*.jpg, SCAN*' }, undefined],
	[{ fileNamePattern: '*.jpg' }, 'Its name does not fit File Name Pattern (*.jpg).'],
	[{ fileNamePattern: ' , ' }, undefined],
	[{ minBytes: pictureBytes }, undefined],
	[{ minBytes: 2000 }, `It has ${pictureBytes} bytes, fewer than the 2,000 of Minimum Bytes.`],
	[{ minPixels: 4800 }, undefined],
	[{ minPixels: 4801 }, 'It has 120 x 40 = 4,800 pixels, fewer than the 4,801 of Minimum Pixels.'],
];

test.each(filtered)('with %j a picture of 120 x 40 is skipped because: %s', (filter, reason) => {
	for (const file of [found, named]) {
		const examined = examineFile(picture, file, { ...none, ...filter });
		if (reason === undefined) {
			expect(examined).toMatchObject({ outcome: 'recognize', facts: { width: 120, height: 40 } });
		} else {
			expect(examined).toEqual({ outcome: 'skip', reason });
		}
	}
});

test('the least number of pixels does not concern PDF files', () => {
	const examined = examineFile(fixture('three-pages.pdf'), found, { ...none, minPixels: 1e9 });
	expect(examined).toMatchObject({ outcome: 'recognize', facts: { pageCount: 3 } });
});

test('names from a Mac, with accents as characters of their own, fit', () => {
	const file = { fileName: 'Re\u0301sume\u0301.PDF', named: false };
	const filters = { ...none, fileNamePattern: 'r\u00e9sum\u00e9.*' };
	expect(examineFile(picture, file, filters).outcome).toBe('recognize');
});

const word = fixture('minimal.docx');
const cut = picture.subarray(0, 60);
const huge = Buffer.concat([jpegWith([]), Buffer.alloc(limits.maxFileBytes)]);
const hugeWord = Buffer.concat([word, Buffer.alloc(limits.maxFileBytes)]);

const outcomes: ReadonlyArray<
	readonly [what: string, bytes: Buffer, whenFound: string, whenNamed: string]
> = [
	['a Word document', word, 'skip', 'UNSUPPORTED_FILE_TYPE'],
	['a Word document over the size limit', hugeWord, 'skip', 'UNSUPPORTED_FILE_TYPE'],
	['a picture that is cut off', cut, 'FILE_TRUNCATED', 'FILE_TRUNCATED'],
	['an empty file', Buffer.alloc(0), 'EMPTY_FILE', 'EMPTY_FILE'],
	['a picture over the size limit', huge, 'FILE_TOO_LARGE', 'FILE_TOO_LARGE'],
	['a picture of too many pixels', pngWith([], 5000, 5000), 'IMAGE_TOO_LARGE', 'IMAGE_TOO_LARGE'],
];

test.each(outcomes)('%s, found by a wildcard and named', (_, bytes, whenFound, whenNamed) => {
	const outcomeOf = (file: typeof found) => {
		const examined = examineFile(bytes, file, none);
		return examined.outcome === 'fail' ? examined.problem.code : examined.outcome;
	};
	expect([outcomeOf(found), outcomeOf(named)]).toEqual([whenFound, whenNamed]);
});
