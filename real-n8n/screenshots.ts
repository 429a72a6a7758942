import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { startOcrServer } from '../ocr-server/server';
import { type Credential, importCredentials, importWorkflows } from './content';
import { openBrowser, signedInPage } from './editor/browser';
import { Canvas } from './editor/canvas';
import { exampleNames, readableFolders, readExample } from './examples';
import { installN8n } from './install/n8n';
import { packTarball } from './install/tarball';
import { installPackage, instanceIn } from './instance';
import { localOcrCredential } from './localOcrCredential';
import { signIn } from './owner';
import { progress } from './progress';
import { startN8n } from './server';

const pictures = resolve(__dirname, '../docs/pictures');
const OCR = 'Yandex Vision OCR';
const EXAMPLE = 'recognize-words';
/** For nodes of n8n's own that are only looked at. */
const OF_OTHERS: readonly Credential[] = [
	{ id: 'mailbox', name: 'Mailbox', type: 'imap', data: { host: '127.0.0.1' } },
	{ id: 'chatModel', name: 'Chat model', type: 'openAiApi', data: { apiKey: 'none' } },
];

/** `npm run screenshots`: the README's pictures, of this build in a real n8n. */
async function main(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pictures-'));
	const instance = instanceIn(folder, await installN8n(), {
		N8N_RESTRICT_FILE_ACCESS_TO: readableFolders,
	});
	await installPackage(instance, await packTarball());
	const ocrServer = await startOcrServer({ recognizer: 'tesseract' });
	const credentials = [localOcrCredential(ocrServer), ...OF_OTHERS];
	await importCredentials(instance, credentials);
	const names = await exampleNames();
	const chosen = Object.fromEntries(credentials.map((credential) => [credential.type, credential]));
	const workflows = names.map(async (name) => await readExample(name, chosen));
	await importWorkflows(instance, await Promise.all(workflows));
	const n8n = await startN8n(instance);
	await signIn(n8n.url);
	const browser = await openBrowser();
	try {
		await mkdir(pictures, { recursive: true });
		for (const theme of ['light', 'dark'] as const) await ofTheNode(browser, n8n.url, theme);
		await ofTheExamples(browser, n8n.url, names);
	} finally {
		await browser.close();
		await n8n.stop();
		await ocrServer.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function ofTheNode(browser: Browser, url: string, theme: 'light' | 'dark'): Promise<void> {
	const page = await signedInPage(browser, url, { width: 1440, height: 860, theme, scale: 1 });
	const canvas = new Canvas(page);
	await canvas.newWorkflow();
	await canvas.search('scan');
	await save(page, `search-${theme}`);

	await canvas.openWorkflow(EXAMPLE);
	await canvas.execute();
	await canvas.dismissMessages();
	await save(page, `workflow-${theme}`);

	const panel = await canvas.openNode(OCR);
	await panel.showInputAs('schema');
	await panel.outputTable();
	await save(page, `words-${theme}`);
	const dialog = await panel.newCredential();
	await save(page, `credential-${theme}`);
	await dialog.close();
	await page.context().close();
}

/** Of each example its canvas, for the list of examples. */
async function ofTheExamples(
	browser: Browser,
	url: string,
	names: readonly string[],
): Promise<void> {
	const page = await signedInPage(browser, url, {
		width: 1440,
		height: 720,
		theme: 'light',
		scale: 1,
	});
	const canvas = new Canvas(page);
	for (const name of names) {
		await canvas.openWorkflow(name);
		await save(page, `example-${name}`);
	}
	await page.context().close();
}

/** Lets what moves come to rest first. */
const REST_MS = 1500;

async function save(page: Page, name: string): Promise<void> {
	await page.waitForTimeout(REST_MS);
	const path = join(pictures, `${name}.png`);
	await page.screenshot({ path });
	progress(`docs/pictures/${name}.png`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
