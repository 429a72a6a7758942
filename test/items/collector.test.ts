import fc from 'fast-check';
import { createCollector } from '../../nodes/YandexVisionOcr/items/collector';
import { parsePageRange, type PageRange } from '../../nodes/YandexVisionOcr/pages/range';
import type { Page } from '../../nodes/YandexVisionOcr/pages/page';
import type { Problem } from '../../nodes/YandexVisionOcr/problem';
import { answerBytes, firstPageOf, pagesOf, readBody } from '../support/answers';
import { outputs, shapeOf, sourceOf } from '../support/shapes';
import { collect, collectPages } from './collect';

const three = 'pages-out-of-order.jsonl';
const problem: Problem = { code: 'PAGE_FAILED', message: 'No.', hint: 'Go on.', retryable: false };

function range(text: string): PageRange {
	const pages = parsePageRange(text);
	if (!pages.ok) throw new Error(pages.error.message);
	return pages.value;
}

function pages(count: number): readonly Page[] {
	const [page] = pagesOf(three);
	if (!page) throw new Error('no page');
	return Array.from({ length: count }, (_, index) => ({ ...page, number: index + 1 }));
}

test.each(outputs.filter((output) => output !== 'raw'))(
	'output %s is the same in whatever order the pages come',
	(output) => {
		const mixed = [
			...pagesOf(three),
			{ ...firstPageOf('table-with-spans.jsonl'), number: 4 },
			{ ...firstPageOf('pictures.jsonl'), number: 5 },
			{ ...firstPageOf('passport.jsonl'), number: 6 },
		];
		const inOrder = collectPages(
			[...mixed].sort((a, b) => a.number - b.number),
			{ output },
		);
		expect(inOrder.items.length).toBeGreaterThan(0);
		fc.assert(
			fc.property(fc.shuffledSubarray(mixed, { minLength: mixed.length }), (shuffled) => {
				expect(collectPages(shuffled, { output })).toEqual(inOrder);
			}),
			{ numRuns: 30 },
		);
	},
);

test('a page that comes twice gives its items once and is named', () => {
	const { items, summary } = collectPages([...pages(2), ...pages(2)]);
	expect(items).toHaveLength(4);
	expect(summary).toMatchObject({ pages: 2, words: 4, repeatedPages: [1, 2] });
});

test('pages that did not come are named, those that failed are not among them', () => {
	const collector = createCollector(shapeOf({}), sourceOf({ pageCount: 7 }));
	const [, second, , , fifth] = pages(5);
	if (second) collector.add(second);
	if (fifth) collector.add(fifth);
	collector.addProblem(3, problem);
	const { summary, items } = collector.finish();
	expect(summary).toMatchObject({
		missingPages: [1, 4, 6, 7],
		failedPages: [{ page: 3, problem }],
	});
	expect(items.map(({ page }) => page)).toEqual([2, 2, 5, 5]);
});

test('a page number out of all proportion does not make a list out of all proportion', () => {
	const [page] = pages(1);
	if (!page) throw new Error('no page');
	const { summary } = collectPages([{ ...page, number: 2 ** 40 }]);
	expect(summary.missingPages).toHaveLength(10_000);
});

test.each([
	['1,3', [1, 3], 1],
	['-2', [2, 3], 1],
	['2-', [2, 3], 1],
])('the page range %s keeps pages %j and counts the words left out', (text, kept, filtered) => {
	const { items, summary } = collectPages(pages(3), { pages: range(text) });
	expect([...new Set(items.map(({ page }) => page))]).toEqual(kept);
	expect(summary).toMatchObject({
		pages: 3,
		words: 6,
		filtered: filtered * 2,
		rangeIsBeyond: false,
	});
});

test('a page range counts from the end of the file even when its last page failed', () => {
	const collector = createCollector(shapeOf({ pages: range('-1') }), sourceOf({}));
	for (const page of pages(2)) collector.add(page);
	collector.addProblem(3, problem);
	const { items, summary } = collector.finish();
	expect({ items, rangeIsBeyond: summary.rangeIsBeyond }).toEqual({
		items: [],
		rangeIsBeyond: false,
	});
});

test('a page range beyond the document is told', () => {
	const { items, summary } = collectPages(pages(3), { pages: range('9') });
	expect({ items, rangeIsBeyond: summary.rangeIsBeyond }).toEqual({
		items: [],
		rangeIsBeyond: true,
	});
});

const region = { x: 0, y: 800, width: 1920, height: 480, unit: 'pixel' } as const;

test('a region keeps the words whose centre lies inside, with their own numbers', () => {
	const { items, summary } = collect('penguins.snake.json', { region });
	expect(items.map(({ text, block, line }) => [text, block, line])).toEqual([
		['CROSSING', 1, 2],
		['SLOW', 2, 1],
	]);
	expect(summary).toMatchObject({ words: 3, filtered: 1 });
});

test('a region can ask for a share of the word instead', () => {
	const texts = (regionOverlap: number) =>
		collect('penguins.snake.json', { region, regionOverlap }).items.map(({ text }) => text);
	expect(texts(0.1)).toEqual(['PENGUINS', 'CROSSING', 'SLOW']);
	expect(texts(1)).toEqual(['CROSSING', 'SLOW']);
});

test.each(['page', 'document'] as const)('a %s with a region has the text inside it', (output) => {
	const { items, summary } = collect('penguins.snake.json', { output, region });
	expect(items[0]).toMatchObject({ text: 'CROSSING\nSLOW', words: 2, lines: 2, blocks: 2 });
	expect(summary.filtered).toBe(1);
	if (output === 'document') expect(items[0]).toMatchObject({ filtered: 1 });
});

test('a region in the stored frame lies on the turned picture', () => {
	const { items } = collect(
		'penguins.snake.json',
		{
			coordinateFrame: 'stored',
			region: { x: 750, y: 1100, width: 100, height: 400, unit: 'pixel' },
		},
		{ orientation: 6 },
	);
	expect(items.map(({ text }) => text)).toEqual(['PENGUINS']);
});

test('a region beside the page is told', () => {
	const { items, summary } = collect('penguins.snake.json', { region: { ...region, x: 5000 } });
	expect(items).toEqual([]);
	expect(summary).toMatchObject({ pagesOutsideRegion: [1], filtered: 3, isEmpty: false });
});

test('a blank file gives no items, or one that says so', () => {
	const nothing = collect('empty-page.jsonl');
	expect(nothing.items).toEqual([]);
	expect(nothing.summary).toMatchObject({ isEmpty: true, emptyPages: [1] });
	const item = collect('empty-page.jsonl', { whenEmpty: 'item' });
	expect(item.items).toEqual([{ file: 'sign.jpg', text: '', empty: true }]);
});

describe('more items than allowed', () => {
	test('of a synchronous answer come out as a file, none of them lost', () => {
		const { items, file, problem: reason } = collectPages(pages(3), { maxItems: 5 });
		expect(reason?.message).toContain('6 items, at most 5');
		for (const option of ['Output', 'Page Range', 'Words as File', 'Maximum Items']) {
			expect(reason?.hint).toContain(option);
		}
		expect(items).toEqual([{ file: 'sign.jpg', pages: 3, items: 6 }]);
		expect(file).toMatchObject({ fileName: 'sign.items.jsonl', mimeType: 'application/x-ndjson' });
		const { values } = readBody(Buffer.concat(file?.chunks ?? []));
		expect(values).toEqual(collectPages(pages(3)).items);
	});

	test('of an asynchronous answer stay at the service, and the reason carries its operation', () => {
		const collected = collectPages(pages(3), { maxItems: 5 }, { operationId: 'fbv1' });
		expect(collected).toMatchObject({ items: [], problem: { operationId: 'fbv1' } });
		expect(collected.file).toBeUndefined();
	});

	test('are only those that would come out', () => {
		const shape = { maxItems: 4, pages: range('1-2') };
		expect(collectPages(pages(3), shape).problem).toBeUndefined();
	});
});

describe('words as a file', () => {
	test('in JSON Lines are the items, in the order of the pages', () => {
		const { items, file } = collect(three, { wordsAsFile: 'jsonl', maxItems: 1 });
		expect(items).toEqual([{ file: 'sign.jpg', pages: 3, words: 6, filtered: 0 }]);
		expect(file).toMatchObject({ fileName: 'sign.words.jsonl', mimeType: 'application/x-ndjson' });
		expect(readBody(Buffer.concat(file?.chunks ?? [])).values).toEqual(collect(three).items);
	});

	test('in CSV have one header and one record a word', () => {
		const { file } = collect(three, { wordsAsFile: 'csv', pages: range('2') });
		expect(file).toMatchObject({ fileName: 'sign.words.csv', mimeType: 'text/csv' });
		expect(Buffer.concat(file?.chunks ?? []).toString()).toBe(
			[
				'text,x,y,width,height,page,block,line,word,file\r\n',
				'second,40,30,72,24,2,1,1,1,sign.jpg\r\n',
				'of,40,70,24,24,2,1,2,1,sign.jpg\r\n',
				'three,74,70,60,24,2,1,2,2,sign.jpg\r\n',
			].join(''),
		);
	});

	test('in full CSV have a column for everything a word can say', () => {
		const { file } = collect('passport.jsonl', { wordsAsFile: 'csv', simplify: false });
		const [header, first] = Buffer.concat(file?.chunks ?? [])
			.toString()
			.split('\r\n');
		const [word] = collect('passport.jsonl', { simplify: false }).items;
		expect(header?.split(',')).toEqual(expect.arrayContaining(Object.keys(word ?? {})));
		expect(first).toContain('"{""name"":""surname"",""text"":""Иванов""}"');
	});

	test('say nothing of other outputs', () => {
		expect(collect(three, { output: 'line', wordsAsFile: 'csv' }).file).toBeUndefined();
	});
});

test('raw is each part of the answer as it came, in the order it came', () => {
	const { values } = readBody(answerBytes(three));
	const collector = createCollector(shapeOf({ output: 'raw' }), sourceOf({}));
	for (const value of values) collector.addRaw(value);
	expect(collector.finish().items).toEqual(values);
});

test('raw has no keys that reach into objects and ends at the depth of no answer', () => {
	const deep = `${'{"a":'.repeat(80)}1${'}'.repeat(80)}`;
	const collector = createCollector(shapeOf({ output: 'raw' }), sourceOf({}));
	collector.addRaw(
		JSON.parse(
			`{"__proto__": {"x": 1}, "b": [{"constructor": 2, "c": 3}], "d": ${deep}}`,
		) as object,
	);
	const [item] = collector.finish().items;
	expect(item).toMatchObject({ b: [{ c: 3 }] });
	expect(JSON.stringify(item)).not.toMatch(/__proto__|constructor/);
	expect(JSON.stringify(item)).toContain('null');
});
