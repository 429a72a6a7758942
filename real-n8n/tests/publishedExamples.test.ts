import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

import type { WorkflowFile } from '../content';
import { openBrowser } from '../editor/browser';
import { n8nCommand } from '../instance';
import { type N8nServer, startN8n } from '../server';
import { waitUntil } from '../waitUntil';
import { type ExamplesInstance, instanceWithExamples } from './examplesInstance';

const SCHEDULE_MS = 180_000;

let instance: ExamplesInstance;
let n8n: N8nServer;
let browser: Browser;

beforeAll(async () => {
	const names = ['form-to-csv', 'scheduled-folder'];
	instance = await instanceWithExamples({ names, recognizer: 'tesseract', adapt: withShortWait });
	for (const name of names) await n8nCommand(instance, 'publish:workflow', `--id=${name}`);
	n8n = await startN8n(instance);
	browser = await openBrowser();
});

afterAll(async () => {
	await browser?.close();
	await n8n?.stop();
	await instance?.remove();
});

/** The stored wait is tried with workers that are killed, in queue.test.ts. */
function withShortWait(workflow: WorkflowFile): WorkflowFile {
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Wait' ? { ...node, parameters: { amount: 2, unit: 'seconds' } } : node,
	);
	return { ...workflow, nodes };
}

test('form-to-csv: a browser uploads a table and gets it back as CSV', async () => {
	const page = await browser.newPage({ baseURL: n8n.url, acceptDownloads: true });
	// Just after its start n8n does not know its forms yet.
	await waitUntil({ what: 'the form', timeoutMs: 60_000 }, async () => {
		const answer = await page.goto('/form/b1f7d5c3-9e8a-4c6b-8d2f-1a3c5e7f9bff');
		return answer?.ok() ? true : undefined;
	});
	await page.setInputFiles('input[type=file]', join(instance.folder, 'files', 'table.png'));
	const downloading = page.waitForEvent('download', { timeout: 60_000 });
	await page.click('button[type=submit], #submit-btn');
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('table.csv');
	const rows = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
	expect(rows).toHaveLength(5);
	expect(rows[0]).toMatch(/page,table,row,file/);
	await page.close();
});

test('scheduled-folder: each PDF gets a text file beside it, within a minute', async () => {
	const read = async (name: string): Promise<string | undefined> => {
		try {
			return await readFile(join(instance.folder, 'files', name), 'utf8');
		} catch {
			return undefined;
		}
	};
	const waiting = { what: 'the text files', timeoutMs: SCHEDULE_MS, intervalMs: 1000 };
	expect(await waitUntil(waiting, () => read('scanned.pdf.txt'))).toMatch(/page/i);
	expect(await waitUntil(waiting, () => read('made-by-a-program.pdf.txt'))).toMatch(/program/i);
}, 400_000);
