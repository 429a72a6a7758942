import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { importCredentials, importWorkflows } from '../content';
import { readExample } from '../examples';
import { localOcrCredential } from '../localOcrCredential';
import { execute } from '../storedRun';
import { type FreshInstance, freshInstance } from './freshInstance';
import { OCR } from './nodes';

let server: OcrServer;
let n8n: FreshInstance;

beforeAll(async () => {
	server = await startOcrServer({ recognizer: 'tesseract' });
	n8n = await freshInstance();
	const credential = localOcrCredential(server);
	await importCredentials(n8n, [credential]);
	await importWorkflows(n8n, [
		await readExample('recognize-words', { [credential.type]: credential }),
	]);
});

afterAll(async () => {
	await server.close();
	await n8n.remove();
});

test('the example workflow reads the words of its picture, each with its place', async () => {
	const run = await execute(n8n, 'recognize-words');
	const words = run.json('Middle of the Word');
	expect(words.map(({ text }) => text).join(' ')).toMatch(/^This is a lot of 12 point text/);
	const [first] = words;
	expect(first).toMatchObject({ page: 1, block: 1, line: 1, word: 1, file: 'printed-text.png' });
	expect(first).toMatchObject({ x: about(36), y: about(92), width: about(60), height: about(24) });
	expect(first).toMatchObject({ middleX: about(66), middleY: about(104) });
	expect(run.items(OCR).every(({ pairedItem }) => itemOf(pairedItem) === 0)).toBe(true);
});

/** Within a few pixels: another version of the engine may draw its boxes a little tighter. */
function about(pixels: number): number {
	const matcher: unknown = expect.closeTo(pixels, -1);
	return matcher as number;
}

function itemOf(pairedItem: unknown): number | undefined {
	return (pairedItem as { readonly item: number } | undefined)?.item;
}
