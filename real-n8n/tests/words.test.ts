import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import type { WorkflowJson } from '../../test/support/engine/workflowJson';
import { importCredentials, importWorkflows } from '../content';
import { execute } from '../storedRun';
import { type FreshInstance, freshInstance, root } from './freshInstance';
import { CREDENTIAL, credentialFor, OCR } from './nodes';

/** The workflow as it is in examples/, with its picture's whole path and our credential chosen. */
async function exampleWorkflow(): Promise<WorkflowJson> {
	const path = join(root, 'examples', 'recognize-words.workflow.json');
	const { nodes, ...rest } = JSON.parse(await readFile(path, 'utf8')) as WorkflowJson;
	const chosen = nodes.map((node) => {
		if (node.name === OCR) return { ...node, credentials: { yandexVisionOcrApi: CREDENTIAL } };
		const { fileSelector } = node.parameters;
		if (typeof fileSelector !== 'string') return node;
		return { ...node, parameters: { ...node.parameters, fileSelector: join(root, fileSelector) } };
	});
	return { ...rest, nodes: chosen };
}

let server: OcrServer;
let n8n: FreshInstance;

beforeAll(async () => {
	server = await startOcrServer({ recognizer: 'tesseract' });
	n8n = await freshInstance();
	await importCredentials(n8n, [credentialFor(server)]);
	await importWorkflows(n8n, [{ ...(await exampleWorkflow()), id: 'example', name: 'Example' }]);
});

afterAll(async () => {
	await server.close();
	await n8n.remove();
});

test('the example workflow reads the words of its picture, each with its place', async () => {
	const run = await execute(n8n, 'example');
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
