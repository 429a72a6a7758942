import { execute } from '../storedRun';
import { type ExamplesInstance, instanceWithExamples } from './examplesInstance';
import { OCR } from './nodes';

let n8n: ExamplesInstance;

/** To read their twelve pages would take a minute: scheduled-folder reads others, in publishedExamples.test.ts. */
beforeAll(async () => {
	const names = ['pdf-to-pages', 'submit-then-get-result'];
	n8n = await instanceWithExamples({ names, recognizer: 'stub' });
});

afterAll(async () => {
	await n8n?.remove();
});

test('pdf-to-pages: one item for each page, in their order', async () => {
	const run = await execute(n8n, 'pdf-to-pages');
	const pages = Array.from({ length: 12 }, (_, index) => index + 1);
	expect(run.json(OCR).map(({ page }) => page)).toEqual(pages);
});

test('submit-then-get-result: the whole contract is one item', async () => {
	const run = await execute(n8n, 'submit-then-get-result');
	expect(run.json('Get Result')).toEqual([expect.objectContaining({ pages: 12 })]);
});
