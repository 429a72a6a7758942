import type { Word } from '../../examples/demo/word';
import { wordTable } from '../../examples/demo/wordTable';

const word: Word = {
	text: 'word',
	x: 0,
	y: 20,
	width: 30,
	height: 10,
	page: 1,
	block: 1,
	line: 1,
	middleX: 15,
	middleY: 25,
};

test('shows a word with its place and its middle', () => {
	const row = wordTable([word])
		.split('\n')
		.find((line) => line.includes('word ') && line.includes('(15, 25)'));
	expect(row?.match(/\d+/g)).toEqual(['0', '20', '30', '10', '15', '25']);
});

test('says the page where there are several', () => {
	const rowOfPage2 = wordTable([word, { ...word, page: 2 }])
		.split('\n')
		.at(-2);
	expect(rowOfPage2?.match(/\d+/g)).toEqual(['2', '0', '20', '30', '10', '15', '25']);
});

test.each([
	[1, 1, undefined],
	[40, 40, undefined],
	[41, 40, 'and 1 more'],
	[60_000, 40, 'and 59960 more'],
])('of %i words it shows %i', (count, shown, remark) => {
	const table = wordTable(Array<Word>(count).fill(word));
	expect(table.match(/\bword\b(?= +│)/g)).toHaveLength(shown + 1);
	expect(table.match(/and \d+ more/)?.[0]).toBe(remark);
});

test('leaves out what would steer the terminal, and cuts what is too long for a column', () => {
	expect(wordTable([{ ...word, text: '\u001b[2Jred\u0007' }])).toContain('│ [2Jred');
	expect(wordTable([{ ...word, text: 'x'.repeat(100) }])).toMatch(/│ x{31}… +│/);
});
