import { orientationInTiff } from '../../nodes/YandexVisionOcr/documents/formats/exif';
import { jpegSegments } from '../../nodes/YandexVisionOcr/documents/formats/jpegSegments';
import { pngChunks } from '../../nodes/YandexVisionOcr/documents/formats/pngChunks';
import { inspectFile } from '../../nodes/YandexVisionOcr/documents/inspectFile';
import { limits } from '../../nodes/YandexVisionOcr/documents/limits';
import { quickestMs } from '../support/quickestMs';
import {
	jpegSegment,
	pngChunk,
	pngHeader,
	pngSignature,
	startOfImage,
	uint16,
	uint32,
} from './build';

/**
 * Inputs of the kinds that made published header parsers hang, read without end or throw: image-size
 * (CVE-2025-71319, CVE-2025-71329), file-type (CVE-2022-36313, CVE-2026-31808), jpeg-js
 * (CVE-2022-25851), EXIF readers with circular directories, PDF scanners with regular expressions.
 */
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const size = limits.maxFileBytes;

/** A file of the largest size that is sent, full of one thing. */
function flood(beginning: string, filler: string): Buffer {
	const bytes = Buffer.alloc(size, filler, 'latin1');
	bytes.write(beginning, 'latin1');
	bytes.write('%%EOF\n', size - 6, 'latin1');
	return bytes;
}

const pdfFillers = [
	'0123456789',
	' ',
	'/',
	'o',
	'obj',
	'1 0 obj ',
	'/Page',
	'/Page ',
	'/Type /Page ',
	'/Type/Pages ',
	'1 0 obj/Type/Page ',
	'1 0 obj<</Type/Pages/Count 1>>endobj ',
	`/Type${' '.repeat(60)}/Page `,
	`${'9'.repeat(9)} 0 obj `,
	'/Encrypt ',
	'/Encrypt 1 0 ',
	`/Encrypt${' '.repeat(60)}`,
	'/ObjSt',
	'startxre',
	'endob',
	'<<',
	'/Linearized /L ',
];
const jpegFillers = ['\xff', '\xff\x00', '\xff\xd0', '\xff\xe1\x00\x00', '\xff\xe1\x00\x02', '\0'];
const boxFillers = ['\0', '\0\0\0\x08free', '\0\0\0\0ftyp'];
const zipFillers = ['PK\x03\x04', `PK\x03\x04${'\0'.repeat(26)}`, '\xff'];

const floods = [
	...pdfFillers.map((filler) => ({ kind: 'PDF', beginning: '%PDF-1.4\n', filler })),
	...jpegFillers.map((filler) => ({ kind: 'JPEG', beginning: '\xff\xd8\xff\xe0\0\x02', filler })),
	...boxFillers.map((filler) => ({ kind: 'HEIC', beginning: '\0\0\0\0ftypheic', filler })),
	...boxFillers.map((filler) => ({ kind: 'JPEG 2000', beginning: '\0\0\0\x0cjP  ', filler })),
	...zipFillers.map((filler) => ({ kind: 'ZIP', beginning: 'PK\x03\x04', filler })),
	{ kind: 'text', beginning: '<', filler: ' ' },
	{ kind: 'text', beginning: 'data:', filler: 'a' },
];

test.each(floods)(
	'10 MB of $filler in a $kind file take less than 200 ms',
	({ beginning, filler }) => {
		const file = flood(beginning, filler);
		expect(quickestMs(200, () => inspectFile(file))).toBeLessThan(200);
	},
);

describe('steps are bounded', () => {
	const walks: ReadonlyArray<readonly [what: string, bytes: Buffer]> = [
		['segments of length 0', Buffer.alloc(size, latin1('\xff\xe1\x00\x00'))],
		['segments of length 1', Buffer.alloc(size, latin1('\xff\xe1\x00\x01'))],
		['segments of length 2', Buffer.alloc(size, latin1('\xff\xe1\x00\x02'))],
	];

	test.each(walks)('JPEG: %s', (_, bytes) => {
		const starts = [...jpegSegments(bytes)].map((segment) => segment.start);
		expect(starts.length).toBeLessThanOrEqual(4096);
		expect(starts).toEqual([...new Set(starts)].sort((one, other) => one - other));
	});

	test('PNG: chunks of length 0', () => {
		let visits = 0;
		const bytes = Buffer.alloc(size, pngChunk('tEXt', Buffer.alloc(0)));
		expect(pngChunks(bytes, 0, () => visits++)).toBe('found');
		expect(visits).toBeLessThanOrEqual(4096);
	});

	test('EXIF: a directory that points to itself is read once', () => {
		const circular = Buffer.concat([latin1('MM\0*'), uint32(8), uint16(0), uint32(8)]);
		expect(orientationInTiff(circular)).toBe(1);
	});
});

const lies: ReadonlyArray<readonly [what: string, bytes: Buffer]> = [
	[
		'a PNG chunk of 4 GB',
		Buffer.concat([pngSignature, pngHeader(8, 6), uint32(0xffff_ffff), latin1('IDAT')]),
	],
	[
		'a JPEG segment longer than the file',
		Buffer.concat([startOfImage, latin1('\xff\xe1\xff\xff')]),
	],
	[
		'a JPEG frame header without content',
		Buffer.concat([startOfImage, jpegSegment(0xc0, Buffer.alloc(0))]),
	],
	[
		'an EXIF block that ends at its header',
		Buffer.concat([startOfImage, jpegSegment(0xe1, latin1('Exif\0\0'))]),
	],
	['a HEIC box of 4 GB', Buffer.concat([uint32(0xffff_ffff), latin1('ftypheic')])],
	['a HEIC box of 0 bytes', Buffer.concat([uint32(0), latin1('ftypheic')])],
	[
		'a ZIP entry with a name of 64 KB',
		Buffer.concat([latin1('PK\x03\x04'), Buffer.alloc(26, 0xff)]),
	],
	['a BMP of two letters', latin1('BM')],
	['a PDF of its header alone', latin1('%PDF-')],
	[
		'a PDF that says it is longer than it is',
		latin1('%PDF-1.4\n1 0 obj<</Linearized 1/L 9999>>endobj %%EOF'),
	],
];

test.each(lies)('%s is refused without a throw', (_, bytes) => {
	expect(inspectFile(bytes).ok).toBe(false);
});
