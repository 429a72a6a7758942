import type { Browser, Page } from 'playwright-core';

import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { importCredentials, importWorkflows } from '../content';
import { openBrowser, signedInPage } from '../editor/browser';
import { Canvas } from '../editor/canvas';
import type { NodePanel } from '../editor/nodePanel';
import { readExample } from '../examples';
import { localOcrCredential } from '../localOcrCredential';
import { signIn } from '../owner';
import { type N8nServer, startN8n } from '../server';
import { type FreshInstance, freshInstance } from './freshInstance';
import { OCR } from './nodes';

let server: OcrServer;
let instance: FreshInstance;
let n8n: N8nServer;
let browser: Browser;
let page: Page;
let canvas: Canvas;

beforeAll(async () => {
	server = await startOcrServer({ recognizer: 'tesseract' });
	instance = await freshInstance();
	const good = localOcrCredential(server);
	const bad = { ...localOcrCredential(server, { apiKey: 'AQVNrefused' }), id: 'refused' };
	await importCredentials(instance, [good, bad]);
	const withKey = await readExample('recognize-words', { [good.type]: good });
	const withBadKey = await readExample('recognize-words', { [bad.type]: bad });
	await importWorkflows(instance, [withKey, { ...withBadKey, id: 'refused' }]);
	n8n = await startN8n(instance);
	await signIn(n8n.url);
	browser = await openBrowser();
	page = await signedInPage(browser, n8n.url);
	canvas = new Canvas(page);
});

afterAll(async () => {
	await browser?.close();
	await n8n?.stop();
	await server?.close();
	await instance?.remove();
});

describe('the list of nodes', () => {
	beforeAll(() => canvas.newWorkflow());

	test.each(['ocr', 'vision', 'scan', 'yandex', 'pdf to text', 'invoice'])(
		'shows the node among the first three for "%s"',
		async (words) => {
			expect((await canvas.search(words)).slice(0, 3)).toContain('Yandex Vision OCR');
		},
	);
});

describe('the parameters', () => {
	const always = ['resource', 'operation'];
	const sending = [...always, 'inputSource', 'binaryPropertyName', 'model', 'languages'];
	let panel: NodePanel;

	beforeAll(async () => {
		await canvas.newWorkflow();
		await canvas.search('yandex');
		panel = await canvas.addNode('Yandex Vision OCR', 'Recognize text in a document');
	});

	test.each([
		['Submit', sending],
		['Cancel', [...always, 'operationId']],
		['Get Result', [...always, 'operationId', 'waitForResult', 'output', 'simplify']],
		['Recognize Text', [...sending, 'output', 'simplify']],
	])('of %s are those that have an effect', async (operation, names) => {
		await panel.choose('operation', operation);
		expect(await panel.shownParameters()).toEqual(names);
	});

	test.each([
		['Base64 Text', 'base64'],
		['URL', 'url'],
		['Binary File', 'binaryPropertyName'],
	])('of a file from %s name where it is', async (source, name) => {
		await panel.choose('inputSource', source);
		expect(await panel.shownParameters()).toEqual(
			[...sending, 'output', 'simplify'].map((shown) =>
				shown === 'binaryPropertyName' ? name : shown,
			),
		);
	});

	test.each([
		['Handwriting', ['English (en)', 'Russian (ru)']],
		['Page, One Column', ['Detect Automatically']],
	])('choose languages that the model %s takes', async (model, languages) => {
		await panel.choose('model', model);
		expect([...(await panel.chosen('languages'))].sort()).toEqual(languages);
	});

	test.each([
		['Raw', [], ['Simplify', 'Coordinate Unit', 'Region', 'Words as File']],
		['Page', ['Region'], ['Coordinate Unit', 'First Row Is Header']],
		['Table Row', ['First Row Is Header'], ['Region', 'Coordinate Unit', 'Words as File']],
		['Word', ['Coordinate Unit', 'Region', 'Words as File'], ['First Row Is Header']],
	])('of the output %s offer its own options and no others', async (output, offered, not) => {
		await panel.choose('output', output);
		const options = await panel.offeredOptions();
		expect(options).toEqual(expect.arrayContaining([...offered, 'Page Range']));
		expect(options.filter((option) => not.includes(option))).toEqual([]);
	});
});

test('a credential’s test tells a good key from a bad one', async () => {
	await canvas.openWorkflow('recognize-words');
	const panel = await canvas.openNode(OCR);
	const dialog = await panel.newCredential();
	await dialog.fill('ocrEndpoint', server.url);
	await dialog.fill('operationEndpoint', server.url);
	await dialog.fill('apiKey', 'AQVNrefused');
	expect(await dialog.saveAndFail()).toMatch(/does not know this key/);
	await dialog.fill('apiKey', server.apiKey);
	await dialog.saveAndPass();
	await panel.close();
});

test('a run shows a table of words and their coordinates', async () => {
	await canvas.openWorkflow('recognize-words');
	expect(await canvas.execute()).toMatch(/success/);
	const panel = await canvas.openNode(OCR);
	const [columns, first] = await panel.outputTable();
	expect(columns?.slice(0, 6)).toEqual(['text', 'x', 'y', 'width', 'height', 'page']);
	expect(first?.[0]).toBe('This');
	await panel.close();
});

test('a refused key is told in words that say what to do', async () => {
	await canvas.openWorkflow('refused');
	expect(await canvas.execute()).toMatch(/did not accept the key/);
	const panel = await canvas.openNode(OCR);
	const shown = panel.output();
	await shown.getByText('did not accept the key').first().waitFor();
	expect(await shown.innerText()).toMatch(/credential/i);
});
