import { join } from 'node:path';

import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { chain } from '../../test/support/engine/workflowJson';
import { importCredentials, importWorkflows } from '../content';
import { localOcrCredential } from '../localOcrCredential';
import { execute } from '../storedRun';
import { type FreshInstance, freshInstance, root } from './freshInstance';
import { manualStart, OCR, ocr, readFiles } from './nodes';
import { writePictures } from './pictures';

const WORDS_PER_PAGE = 24;
const PICTURES = 25;

let server: OcrServer;
let n8n: FreshInstance;

beforeAll(async () => {
	server = await startOcrServer({ stub: { wordsPerPage: WORDS_PER_PAGE } });
	n8n = await freshInstance();
	const pictures = join(n8n.userFolder, 'pictures');
	await writePictures(pictures, PICTURES);
	const readAll = readFiles('Read', join(pictures, '*.png'));
	const readMixed = readFiles(
		'Read',
		join(root, 'test/{fixtures/images/{bill,logo}.png,documents/fixtures/minimal.docx}'),
	);
	await importCredentials(n8n, [localOcrCredential(server)]);
	await importWorkflows(n8n, [
		{ id: 'words', name: 'Words', ...chain(manualStart(), readAll, ocr()) },
		{
			id: 'errorOutput',
			name: 'Error output',
			...chain(manualStart(), readMixed, {
				...ocr({ output: 'page' }),
				onError: 'continueErrorOutput',
			}),
		},
		{
			id: 'later',
			name: 'Submit, then get the result',
			...chain(
				manualStart(),
				readAll,
				ocr({ operation: 'submit' }, 'Submit'),
				ocr({ operation: 'getResult', output: 'document', simplify: false }),
			),
		},
	]);
});

afterAll(async () => {
	await server.close();
	await n8n.remove();
});

test('many files lose none, come in the order of the input, and are recognized once each', async () => {
	const run = await execute(n8n, 'words');
	const files = run.items('Read').map(({ binary }) => binary?.data?.fileName);
	const words = run.items(OCR);
	expect(words).toHaveLength(PICTURES * WORDS_PER_PAGE);
	expect(words.map(({ json }) => json.file)).toEqual(
		files.flatMap((file) => Array.from({ length: WORDS_PER_PAGE }, () => file)),
	);
	expect(words.map(({ pairedItem }) => pairedItem)).toEqual(
		files.flatMap((_, item) => Array.from({ length: WORDS_PER_PAGE }, () => ({ item }))),
	);
	expect(server.counts.billedPages).toBe(PICTURES);
});

test('a file that is refused leaves by the error output, the others go on', async () => {
	const run = await execute(n8n, 'errorOutput');
	expect(run.json(OCR, 0).map(({ file }) => file)).toEqual(['bill.png', 'logo.png']);
	const [refused, ...more] = run.json(OCR, 1);
	expect(more).toEqual([]);
	expect(refused?.error).toMatchObject({
		message: expect.stringContaining('minimal.docx'),
		hint: expect.stringContaining('PDF'),
		file: 'minimal.docx',
		binaryField: 'data',
	});
});

test('what Submit has handed on, Get Result fetches', async () => {
	const run = await execute(n8n, 'later');
	const submitted = run.json('Submit').map(({ operationId }) => operationId);
	const fetched = run.json(OCR);
	expect(new Set(submitted).size).toBe(PICTURES);
	expect(fetched.map(({ operationId }) => operationId)).toEqual(submitted);
	expect(fetched.every(({ text }) => typeof text === 'string' && text !== '')).toBe(true);
});
