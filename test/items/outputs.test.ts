import { answerNames } from '../support/answers';
import { outputs } from '../support/shapes';
import { collect } from './collect';

/** Outputs whose fields are named by the document itself. */
const namedByContent = ['entity', 'tableRow', 'raw'];

describe.each(outputs.filter((output) => !namedByContent.includes(output)))(
	'output %s',
	(output) => {
		test.each(answerNames)('of %s is at most ten flat fields, and the same in full', (name) => {
			const simple = collect(name, { output }).items;
			const full = collect(name, { output, simplify: false }).items;
			expect(full).toHaveLength(simple.length);
			for (const [index, item] of simple.entries()) {
				expect(Object.keys(item).length).toBeLessThanOrEqual(10);
				expect(
					Object.values(item).filter((value) => value !== null && typeof value === 'object'),
				).toEqual([]);
				expect(full[index]).toMatchObject(item);
				expect(full[index]).toHaveProperty('source.sha256');
				expect(item).toHaveProperty('file', 'sign.jpg');
			}
		});
	},
);

test('a line is one item with the number of its words', () => {
	const { items } = collect('pages-out-of-order.jsonl', { output: 'line' });
	expect(
		items.map(({ text, page, block, line, words }) => [text, page, block, line, words]),
	).toEqual([
		['first', 1, 1, 1, 1],
		['second', 2, 1, 1, 1],
		['of three', 2, 1, 2, 2],
		['third page', 3, 1, 1, 2],
	]);
});

test('a block is one item with its lines below each other', () => {
	const { items } = collect('pages-out-of-order.jsonl', { output: 'block' });
	expect(items[1]).toMatchObject({
		text: 'second\nof three',
		lines: 2,
		layoutType: 'text',
		page: 2,
	});
});

test('a page is one item with its counts, also a blank one', () => {
	expect(collect('empty-page.jsonl', { output: 'page' }).items).toEqual([
		{
			...{ text: '', page: 1, width: 600, height: 400, blocks: 0, lines: 0, words: 0, tables: 0 },
			file: 'sign.jpg',
		},
	]);
	expect(collect('pictures.jsonl', { output: 'page' }).items[0]).toMatchObject({
		markdown: '# Figure 1\n',
	});
});

test('a document is one item with the text of all pages and their counts', () => {
	const { items } = collect('pages-out-of-order.jsonl', { output: 'document' });
	expect(items).toEqual([
		{
			text: 'first\n\nsecond\nof three\n\nthird page',
			...{ pages: 3, blocks: 3, lines: 4, words: 6, tables: 0 },
			file: 'sign.jpg',
		},
	]);
	expect(collect('empty-page.jsonl', { output: 'document' }).items[0]).toMatchObject({ text: '' });
});

test('a full document lists its pages and says how often it was sent again', () => {
	const [item] = collect(
		'pages-out-of-order.jsonl',
		{ output: 'document', simplify: false },
		{ repeats: 2 },
	).items;
	expect(item).toMatchObject({
		...{ repeats: 2, filtered: 0, missingPages: [], failedPages: [], languages: ['en'] },
		pageList: [{ page: 1, text: 'first\n' }, { page: 2 }, { page: 3, words: 2 }],
	});
});

test('a picture is one item with its place and score', () => {
	const { items } = collect('pictures.jsonl', { output: 'picture' });
	expect(items).toEqual([
		{ x: 0, y: 0, width: 300, height: 200, page: 1, picture: 1, score: 0.93, file: 'sign.jpg' },
		{ x: 400, y: 300, width: 100, height: 100, page: 1, picture: 2, score: null, file: 'sign.jpg' },
	]);
});
