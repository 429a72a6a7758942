import { join } from 'node:path';

import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { chain } from '../../test/support/engine/workflowJson';
import { importCredentials, importWorkflows } from '../content';
import { localOcrCredential } from '../localOcrCredential';
import { execute } from '../storedRun';
import { type FreshInstance, freshInstance, root } from './freshInstance';
import { manualStart, OCR, ocr, readFiles } from './nodes';

let server: OcrServer;
let n8n: FreshInstance;

beforeAll(async () => {
	server = await startOcrServer();
	n8n = await freshInstance();
	const read = readFiles('Read', join(root, 'test/fixtures/images/{bill,plate}.png'));
	const steps = chain(manualStart(), read, ocr({ output: 'page' }));
	await importWorkflows(n8n, [{ id: 'pages', name: 'Pages', ...steps }]);
});

afterAll(async () => {
	await server.close();
	await n8n.remove();
});

test('with a service account key two executions exchange one token, which n8n stores', async () => {
	const serviceAccountKey = JSON.stringify(await server.serviceAccountKey());
	const data = { authentication: 'serviceAccountKey', serviceAccountKey };
	await importCredentials(n8n, [localOcrCredential(server, data)]);
	const runs = [await execute(n8n, 'pages'), await execute(n8n, 'pages')];
	for (const run of runs) {
		expect(run.json(OCR).map(({ file }) => file)).toEqual(['bill.png', 'plate.png']);
	}
	expect(server.counts.tokenExchanges).toBe(1);
});

test('a refused key ends the execution with words that say what to do', async () => {
	await importCredentials(n8n, [localOcrCredential(server, { apiKey: 'AQVNwrong' })]);
	await expect(execute(n8n, 'pages')).rejects.toThrow(/did not accept the key/);
});
