import { execute } from '../storedRun';
import { type ExamplesInstance, instanceWithExamples } from './examplesInstance';
import { itemOf, OCR } from './nodes';

let n8n: ExamplesInstance;

/** Those with a manual start; the others are driven from outside in publishedExamples.test.ts. */
const names = [
	...['recognize-words', 'text-layer-first', 'passport-with-review'],
	...['passport-to-fields', 'table-to-rows'],
];

beforeAll(async () => {
	n8n = await instanceWithExamples({ names, recognizer: 'tesseract' });
});

afterAll(async () => {
	await n8n?.remove();
});

test('recognize-words: the words of its picture, each with its place', async () => {
	const run = await execute(n8n, 'recognize-words');
	const words = run.json('Middle of the Word');
	expect(words.map(({ text }) => text).join(' ')).toMatch(/^This is a lot of 12 point text/);
	const [first] = words;
	expect(first).toMatchObject({ page: 1, block: 1, line: 1, word: 1, file: 'printed-text.png' });
	expect(first).toMatchObject({ x: about(36), y: about(92), width: about(60), height: about(24) });
	expect(first).toMatchObject({ middleX: about(66), middleY: about(104) });
	expect(run.items(OCR).every((item) => itemOf(item) === 0)).toBe(true);
});

test('text-layer-first: only the scan is recognized', async () => {
	const run = await execute(n8n, 'text-layer-first');
	expect(run.json(OCR).map(({ file }) => file)).toEqual(['scanned.pdf']);
	const texts = Object.fromEntries(run.json('File and Text').map(({ file, text }) => [file, text]));
	expect(texts['made-by-a-program.pdf']).toMatch(/made by a program/);
	expect(texts['scanned.pdf']).toMatch(/page/i);
});

test('passport-with-review: a passport whose fields are all read needs no person', async () => {
	const run = await execute(n8n, 'passport-with-review');
	expect(run.json('All Fields Read?', 0)).toHaveLength(1);
	expect(run.json('All Fields Read?', 1)).toHaveLength(0);
	const [fields] = run.json('Complete');
	expect(fields).toMatchObject({ file: 'passport-invented.jpg', number: expect.any(String) });
});

test.each([
	['passport-to-fields', 1],
	['table-to-rows', 4],
])('%s: its last node hands on all items', async (name, count) => {
	const run = await execute(n8n, name);
	expect(run.items(OCR)).toHaveLength(count);
});

/** Within a few pixels: another version of the engine may draw its boxes a little tighter. */
function about(pixels: number): number {
	const matcher: unknown = expect.closeTo(pixels, -1);
	return matcher as number;
}
