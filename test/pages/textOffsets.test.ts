import type { Block } from '../../nodes/YandexVisionOcr/pages/page';
import { inUtf16 } from '../../nodes/YandexVisionOcr/pages/textOffsets';
import { firstPageOf } from '../support/answers';

const units = ['utf16', 'codepoint', 'utf8'];

test.each(units)('spans counted in %s come out in UTF-16', (unit) => {
	const spans = (name: string) =>
		firstPageOf(name).blocks.flatMap(({ lines }) => lines.flatMap(({ words }) => words));
	expect(spans(`emoji-offsets-${unit}.jsonl`)).toEqual(spans('emoji-offsets-utf16.jsonl'));
});

const blockOf = (words: ReadonlyArray<readonly [text: string, start: number, length: number]>) => {
	const placed = words.map(([text, start, length]) => ({
		...{ text, span: { start, length }, box: null, polygon: null, entity: null, confidence: null },
	}));
	const line = { text: '', words: placed, orientation: null, box: null, polygon: null };
	return [{ lines: [line], languages: [], layoutType: null, box: null, polygon: null }];
};
const spansOf = (blocks: readonly Block[]) =>
	blocks.flatMap(({ lines }) => lines.flatMap(({ words }) => words.map(({ span }) => span)));

test('spans that no unit explains stay as they came', () => {
	const blocks = blockOf([
		['absent', 3, 6],
		['b', 700, 1],
	]);
	expect(inUtf16(blocks, '😀😀 text')).toBe(blocks);
});

test('a unit that explains only few of the words is not believed', () => {
	const blocks = blockOf([
		['b', 2, 1],
		['x', 0, 1],
		['y', 0, 1],
	]);
	expect(inUtf16(blocks, '😀 b')).toBe(blocks);
});

test('words that do not stand in the text as they are do not hide the unit', () => {
	const blocks = blockOf([
		['b', 2, 1],
		['c', 4, 1],
		['hyphen', 6, 3],
	]);
	expect(spansOf(inUtf16(blocks, '😀 b c hy-'))).toEqual([
		{ start: 3, length: 1 },
		{ start: 5, length: 1 },
		{ start: 7, length: 3 },
	]);
});
