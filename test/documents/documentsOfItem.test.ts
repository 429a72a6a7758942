import { documentsOfItem } from '../../nodes/YandexVisionOcr/documents/documentsOfItem';
import { sha256 } from '../../nodes/YandexVisionOcr/documents/sha256';
import { ok } from '../../nodes/YandexVisionOcr/problem';
import { problemOf, valueOf } from './results';

const binary = {
	attachment_1: { fileName: 'invoice.pdf', bytes: 3 },
	attachment_0: { fileExtension: 'png' },
	data: {},
};

function setUp(text: string) {
	const reads: string[] = [];
	const documents = valueOf(
		documentsOfItem(7, binary, text, async (field) => {
			reads.push(field);
			return await Promise.resolve(ok(Buffer.from(field)));
		}),
	);
	return { documents, reads };
}

test('documents know their item, field, name and size, and nothing is read yet', () => {
	const { documents, reads } = setUp('attachment_*, data');
	expect(documents).toMatchObject([
		{ itemIndex: 7, binaryField: 'attachment_0', fileName: 'attachment_0.png', named: false },
		{ binaryField: 'attachment_1', fileName: 'invoice.pdf', statedBytes: 3 },
		{ binaryField: 'data', fileName: 'data', named: true, statedBytes: undefined },
	]);
	expect(reads).toEqual([]);
});

test('each document reads its own field', async () => {
	const { documents, reads } = setUp('data, attachment_1');
	for (const document of documents) await document.read();
	expect(reads).toEqual(['data', 'attachment_1']);
});

test.each(['scan', 'constructor'])('the missing field %s fails when it is read', async (field) => {
	const { documents, reads } = setUp(`${field}, data`);
	const [missing, good] = await Promise.all(
		documents.map(async (document) => await document.read()),
	);
	expect(problemOf(missing ?? ok(0)).code).toBe('BINARY_FIELD_MISSING');
	expect(good?.ok).toBe(true);
	expect(reads).toEqual(['data']);
});

test('the fingerprint is the known one', () => {
	expect(sha256(Buffer.from('abc'))).toBe(
		'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
	);
});
