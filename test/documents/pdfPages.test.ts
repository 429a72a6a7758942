import { PDFDocument } from 'pdf-lib';
import { inspectFile } from '../../nodes/YandexVisionOcr/documents/inspectFile';
import { pdfWith } from './build';
import { fixture } from './fixtures';
import { valueOf } from './results';

async function written(pages: number, useObjectStreams: boolean): Promise<Uint8Array> {
	const document = await PDFDocument.create();
	for (let page = 0; page < pages; page++) document.addPage();
	return await document.save({ useObjectStreams });
}

test.each([1, 2, 200, 201, 1000])('%d pages are counted', async (pages) => {
	expect(valueOf(inspectFile(await written(pages, false)))).toMatchObject({ pageCount: pages });
});

test('pages in object streams are not guessed', async () => {
	expect(valueOf(inspectFile(await written(3, true)))).toMatchObject({ pageCount: undefined });
});

const root = (count: string) => `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count ${count} >>\nendobj`;
const page = (number: number) => `${number} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj`;
const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /PageMode /UseNone >>\nendobj';

const cases: ReadonlyArray<
	readonly [what: string, objects: readonly string[], count: number | undefined]
> = [
	['one page', [catalog, root('1'), page(3)], 1],
	[
		'no blanks at all',
		['2 0 obj<</Type/Pages/Count 1>>endobj', '3 0 obj<</Type/Page/Parent 2 0 R>>endobj'],
		1,
	],
	[
		'line ends instead of blanks',
		['2 0 obj<</Type\r\n/Pages/Count\r\n1>>endobj', '3 0 obj<</Parent 2 0 R/Type\n/Page>>endobj'],
		1,
	],
	[
		'a tree of two levels',
		[catalog, root('2'), '5 0 obj<</Type/Pages/Parent 2 0 R/Count 2>>endobj', page(3), page(4)],
		2,
	],
	['the same page saved twice', [catalog, root('1'), page(3), page(3)], 1],
	['a page that was added later', [catalog, root('1'), page(3), root('2'), page(4)], undefined],
	['a page that was removed later', [catalog, root('2'), page(3), page(4), root('1')], undefined],
	['a page that was replaced', [catalog, root('1'), page(3), root('1'), page(4)], undefined],
	['fewer pages than are stated', [catalog, root('3'), page(3)], undefined],
	['more pages than are stated', [catalog, root('1'), page(3), page(4)], undefined],
	['a count in another object', [catalog, root('9 0 R'), page(3)], undefined],
	['a count below zero', [catalog, root('-1'), page(3)], undefined],
	['a count without end', [catalog, root('1'.repeat(400)), page(3)], undefined],
	['no root', [catalog, page(3)], undefined],
	['no pages', [catalog, root('0')], undefined],
	['nothing', [], undefined],
	['two roots', [catalog, root('1'), page(3), '7 0 obj<</Type/Pages/Count 2>>endobj'], undefined],
	[
		'an object stream among plain objects',
		[catalog, root('1'), page(3), '8 0 obj<</Type/ObjStm>>endobj'],
		undefined,
	],
	[
		'another PDF inside',
		[catalog, root('1'), page(3), 'stream', root('2'), page(3), page(4), 'endstream'],
		undefined,
	],
];

test.each(cases)('%s', (_, objects, pageCount) => {
	expect(valueOf(inspectFile(pdfWith(...objects)))).toMatchObject({ pageCount, encrypted: false });
});

const encryption: ReadonlyArray<readonly [text: string, encrypted: boolean]> = [
	['/Encrypt 7 0 R', true],
	['/Encrypt\n7 0 R', true],
	['/Encrypt<</Filter/Standard>>', true],
	['/EncryptMetadata true', false],
	['(How to /Encrypt a file)', false],
];

test.each(encryption)('a PDF with %j is encrypted: %s', (text, encrypted) => {
	const facts = valueOf(inspectFile(pdfWith(catalog, root('1'), page(3), text)));
	expect(facts).toMatchObject({ encrypted, pageCount: encrypted ? undefined : 1 });
});

test('an annotated file whose pages stayed the same keeps its count', () => {
	const update = Buffer.from(`${page(4)}\ntrailer\n<< /Prev 9 >>\nstartxref\n99\n%%EOF\n`);
	const file = pdfWith(catalog, root('2'), page(3), page(4));
	expect(valueOf(inspectFile(Buffer.concat([file, update])))).toMatchObject({ pageCount: 2 });
});

test('a file made for the web that lost its last byte is cut off', () => {
	const file = fixture('linearized.pdf');
	expect(inspectFile(file.subarray(0, file.length - 1)).ok).toBe(false);
});
