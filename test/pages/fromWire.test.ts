import { pageFromWire, pageNumberOf } from '../../nodes/YandexVisionOcr/pages/fromWire';
import type { Page, Word } from '../../nodes/YandexVisionOcr/pages/page';
import type { WirePage } from '../../nodes/YandexVisionOcr/vision/wire';
import { readAnswer } from '../../nodes/YandexVisionOcr/vision/answer';
import {
	answerBytes,
	answerNames,
	deepFreeze,
	firstPageOf,
	pagesOf,
	readBody,
} from '../support/answers';

function wordsOf(page: Page): readonly Word[] {
	return page.blocks.flatMap((block) => block.lines.flatMap((line) => line.words));
}

/** The same rectangle, found the slow way. */
function naiveBox(word: Word): object | null {
	if (word.polygon === null) return null;
	const xs = word.polygon.map((corner) => corner.x);
	const ys = word.polygon.map((corner) => corner.y);
	const [x, y] = [Math.min(...xs), Math.min(...ys)];
	return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

describe.each(answerNames)('the pages of %s', (name) => {
	test('are plain data that survives JSON', () => {
		for (const page of pagesOf(name)) expect(JSON.parse(JSON.stringify(page))).toEqual(page);
	});

	test('are read without changing the answer', () => {
		for (const value of readBody(answerBytes(name)).values) {
			const answer = readAnswer(deepFreeze(value));
			if (answer.kind === 'page') expect(pageFromWire(answer.page).ok).toBe(true);
		}
	});

	test('have boxes around the corners of their words, and counts that fit', () => {
		for (const page of pagesOf(name)) {
			const words = wordsOf(page);
			expect(page.wordCount).toBe(words.length);
			expect(words.map((word) => word.box)).toEqual(words.map(naiveBox));
		}
	});

	test('have words that stand in the text where they say', () => {
		for (const page of pagesOf(name)) {
			const placed = wordsOf(page).flatMap(({ text, span }) => (span ? [{ text, span }] : []));
			expect(
				placed.map(({ span }) => page.text.slice(span.start, span.start + span.length)),
			).toEqual(placed.map(({ text }) => text));
		}
	});

	test('read in brief differ in nothing but corners and spans', () => {
		for (const value of readBody(answerBytes(name)).values) {
			const answer = readAnswer(value);
			if (answer.kind === 'failed') continue;
			const [full, brief] = [pageFromWire(answer.page), pageFromWire(answer.page, 'brief')];
			if (!full.ok || !brief.ok) throw new Error('cannot be read');
			const stripped = wordsOf(full.value).map((word) => ({ ...word, polygon: null, span: null }));
			expect(wordsOf(brief.value)).toEqual(stripped);
			expect({ ...brief.value, blocks: [] }).toEqual({ ...full.value, blocks: [] });
		}
	});
});

describe('a page', () => {
	test('of an answer in snake_case has its words, languages and a text made of its lines', () => {
		const page = firstPageOf('penguins.snake.json');
		expect(page).toMatchObject({ number: 1, width: 1920, height: 1280 });
		expect(page.text).toBe('PENGUINS\nCROSSING\nSLOW\n');
		expect(page.blocks[0]?.languages).toEqual(['en']);
		expect(wordsOf(page)[0]).toMatchObject({
			text: 'PENGUINS',
			box: { x: 460, y: 768, width: 342, height: 62 },
			entity: null,
			confidence: null,
		});
	});

	test('gets its zeros back', () => {
		const page = firstPageOf('zeros-left-out.jsonl');
		expect(page.number).toBe(1);
		expect(wordsOf(page)[0]).toMatchObject({
			box: { x: 0, y: 0, width: 48, height: 24 },
			span: { start: 0, length: 4 },
		});
		expect(wordsOf(page).map((word) => word.entity)).toEqual([0, null, null, 1]);
	});

	test('without entities has no word that belongs to one', () => {
		expect(wordsOf(readPage({ blocks: [block({ words: [{ text: 'a' }] })] }))).toMatchObject([
			{ entity: null },
		]);
	});

	test('takes numbers for int64 and leaves out what it does not know', () => {
		const page = readPage({
			width: 100,
			height: '50',
			rotate: 'ANGLE_UNSPECIFIED',
			blocks: [
				{ ...block({ orientation: 'ANGLE_270' }), layoutType: 'LAYOUT_TYPE_SECTION_HEADER' },
				{ ...block({}), layoutType: 'LAYOUT_TYPE_UNKNOWN' },
			],
		});
		expect(page).toMatchObject({
			width: 100,
			height: 50,
			rotate: null,
			markdown: null,
			text: '\n\n',
		});
		expect(page.blocks[0]).toMatchObject({
			box: null,
			polygon: null,
			layoutType: 'section_header',
			lines: [{ orientation: 270 }],
		});
		expect(page.blocks[1]?.layoutType).toBeNull();
	});

	test('without a size has none, not 0', () => {
		expect(readPage({ width: '0' })).toMatchObject({ width: null, height: null });
	});

	test.each([
		['words', { words: [{ text: 'a' }, { text: 'b' }] }],
		['the first alternative', { alternatives: [{ words: [{ text: 'a' }, { text: 'b' }] }, {}] }],
		['the text of an alternative', { alternatives: [{ text: 'a b' }] }],
	])('makes the text of a line out of %s', (_name, line) => {
		expect(readPage({ blocks: [block(line)] }).text).toBe('a b\n');
	});
});

function block(line: object): object {
	return { lines: [line] };
}

function readPage(textAnnotation: object): Page {
	const page = pageFromWire({ textAnnotation } as WirePage);
	if (!page.ok) throw new Error(page.error.message);
	return page.value;
}

const wrongShapes: ReadonlyArray<readonly [path: string, wire: object]> = [
	['textAnnotation', { textAnnotation: [] }],
	['page', { textAnnotation: {}, page: 'first' }],
	['page', { textAnnotation: {}, page: -1 }],
	['width', { textAnnotation: { width: 'wide' } }],
	['height', { textAnnotation: { height: {} } }],
	['fullText', { textAnnotation: { fullText: 5 } }],
	['blocks', { textAnnotation: { blocks: {} } }],
	['blocks[1]', { textAnnotation: { blocks: [{}, null] } }],
	['blocks[0].lines[1]', { textAnnotation: { blocks: [{ lines: [{}, 'x'] }] } }],
	['blocks[0].lines[0].words[2].text', annotationWithWord({ text: {} })],
	['blocks[0].lines[0].words[2].boundingBox', annotationWithWord({ boundingBox: 'here' })],
	[
		'blocks[0].lines[0].words[2].boundingBox.vertices[1]',
		annotationWithWord({ boundingBox: { vertices: [{}, { x: '' }] } }),
	],
	[
		'blocks[0].lines[0].words[2].boundingBox.vertices[0]',
		annotationWithWord({ bounding_box: { vertices: [null] } }),
	],
	[
		'blocks[0].lines[0].words[2].boundingBox.vertices[0]',
		annotationWithWord({ boundingBox: { vertices: [{ x: '1e300' }] } }),
	],
	[
		'blocks[0].lines[0].words[2].textSegments',
		annotationWithWord({ textSegments: [{ length: -1 }] }),
	],
	['tables[0].cells[0].rowSpan', { textAnnotation: { tables: [{ cells: [{ rowSpan: 1e9 }] }] } }],
	['tables[0].rowCount', { textAnnotation: { tables: [{ rowCount: '100000000' }] } }],
	['entities[0].name', { textAnnotation: { entities: [{ name: 5 }] } }],
	['pictures[0].score', { textAnnotation: { pictures: [{ score: 'high' }] } }],
];

function annotationWithWord(word: object): object {
	return { textAnnotation: { blocks: [{ lines: [{ words: [{}, {}, word] }] }] } };
}

test.each(wrongShapes)('a wrong shape at %s is named', (path, wire) => {
	const page = pageFromWire(wire as WirePage);
	expect(page).toMatchObject({ ok: false, error: { code: 'ANSWER_WRONG_SHAPE' } });
	expect(page.ok || page.error.message).toContain(`: ${path} is not `);
});

test('a page number is counted from 1, and null where there is none', () => {
	const pages = [{}, { page: '0' }, { page: 4 }, { page: 'x' }, { page: -2 }, { page: 0.5 }];
	expect(pages.map(pageNumberOf)).toEqual([1, 1, 5, null, null, null]);
});
