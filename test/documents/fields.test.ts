import { selectFields } from '../../nodes/YandexVisionOcr/documents/fields';
import { problemOf, valueOf } from './results';

const mail = ['attachment_10', 'attachment_2', 'attachment_0', 'data'];

const selections: ReadonlyArray<readonly [text: string, fields: readonly string[]]> = [
	['data', ['data']],
	[' data ,, attachment_2 ', ['data', 'attachment_2']],
	['attachment_*', ['attachment_0', 'attachment_2', 'attachment_10']],
	['attachment_?', ['attachment_0', 'attachment_2']],
	['*', ['attachment_0', 'attachment_2', 'attachment_10', 'data']],
	['data, *', ['data', 'attachment_0', 'attachment_2', 'attachment_10']],
	['data, data, data', ['data']],
	['scan_*', []],
];

test.each(selections)('%j selects %j', (text, fields) => {
	const selected = valueOf(selectFields(text, mail));
	expect(selected.map((selection) => selection.field)).toEqual(fields);
	expect(selected.every((selection) => selection.missing === undefined)).toBe(true);
});

test('a field is named when it is written out, wherever a wildcard finds it as well', () => {
	const selected = valueOf(selectFields('*, data', mail));
	expect(selected.filter(({ named }) => named).map(({ field }) => field)).toEqual(['data']);
});

test('a field whose own name holds a wildcard can be named', () => {
	expect(valueOf(selectFields('a*', ['a*', 'ab']))).toEqual([{ field: 'a*', named: true }]);
});

test('a missing field fails alone, lists what there is, and suggests the attachments', () => {
	const [first, second] = valueOf(selectFields('scan, data', mail));
	expect(first?.missing).toMatchObject({
		code: 'BINARY_FIELD_MISSING',
		message:
			'The item has no binary field “scan”. It has: attachment_0, attachment_2, attachment_10, data.',
		hint: expect.stringContaining('attachment_*') as string,
	});
	expect(second).toEqual({ field: 'data', named: true });
});

test('attachments are suggested only where there are any', () => {
	const hintWith = (available: readonly string[]) =>
		valueOf(selectFields('scan', available))[0]?.missing?.hint;
	expect(hintWith(['file'])).not.toContain('attachment');
	expect(hintWith([])).toContain('binary data');
});

test('a long list of fields is shortened', () => {
	const many = Array.from({ length: 500 }, (_, index) => `field_${index}`);
	const message = valueOf(selectFields('scan', many))[0]?.missing?.message ?? '';
	expect(message).toContain('field_19 and 480 more.');
});

test.each(['', ' ', ',', ' , ,'])('%j names nothing', (text) => {
	expect(problemOf(selectFields(text, mail)).message).toContain('Input Binary Field is empty');
});
