import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import type { Execution } from '../support/engine/execution';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const images = join(__dirname, '../fixtures/images');
const file = (name: string): readonly [string, Buffer] => [name, readFileSync(join(images, name))];

let server: OcrServer;

beforeEach(async () => {
	server = await startOcrServer({ stub: { wordsPerPage: 2 }, jobSeconds: 0.5 });
});
afterEach(() => server.close());

async function submit(name: string): Promise<IDataObject> {
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: file(name) })],
		parameters: { operation: 'submit' },
	});
	expect(execution.error).toBeUndefined();
	return execution.items(ocrNode)[0]?.json ?? {};
}

async function getResult(json: IDataObject, parameters: IDataObject = {}): Promise<Execution> {
	return await recognizeLocally(server, {
		items: [{ json }],
		parameters: { operation: 'getResult', operationId: '={{ $json.operationId }}', ...parameters },
		onError: 'continueRegularOutput',
	});
}

test('Submit hands on the operation ID and the geometry without waiting', async () => {
	expect(await submit('orientation-6.jpg')).toEqual({
		operationId: expect.stringMatching(/^[\w-]+$/),
		file: 'orientation-6.jpg',
		model: 'page',
		geometry: { width: expect.any(Number), height: expect.any(Number), orientation: 6 },
		pages: 1,
		source: {
			binaryField: 'data',
			mimeType: 'image/jpeg',
			bytes: file('orientation-6.jpg')[1].length,
			sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
		},
		submittedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
	});
	expect(server.counts.received).toMatchObject({ submit: 1, state: 0, result: 0 });
});

test('Get Result waits for the end and names the submitted file', async () => {
	const ticket = await submit('testocr.png');
	const execution = await getResult(ticket, { output: 'word', simplify: false });

	const words = execution.items(ocrNode);
	expect(words).toHaveLength(2);
	expect(words[0]).toMatchObject({
		json: {
			file: 'testocr.png',
			operationId: ticket.operationId,
			source: ticket.source,
			model: 'page',
		},
		pairedItem: { item: 0 },
	});
});

test('one that still runs is a state, not an error', async () => {
	const ticket = await submit('testocr.png');
	const execution = await getResult(ticket, { waitForResult: false });

	expect(execution.items(ocrNode).map(({ json }) => json)).toEqual([
		{ operationId: ticket.operationId, status: 'running', file: 'testocr.png' },
	]);
});

test('an operation ID alone is enough; unknown facts are null', async () => {
	const { operationId } = await submit('testocr.png');
	const execution = await getResult({ operationId }, { output: 'document', simplify: false });

	expect(execution.items(ocrNode)[0]?.json).toMatchObject({
		file: operationId,
		source: { binaryField: null, mimeType: null, bytes: null, sha256: null },
		model: null,
	});
});

test('the stored frame needs the geometry that Submit handed on', async () => {
	const ticket = await submit('orientation-6.jpg');
	const parameters = { simplify: false, options: { coordinateFrame: 'stored' } };
	const { operationId } = ticket;
	const without = await getResult({ operationId }, parameters);
	const stored = await getResult(ticket, parameters);
	const displayed = await getResult(ticket, { simplify: false });

	expect(errorsOf(without)[0]).toMatchObject({
		code: 'GEOMETRY_MISSING',
		hint: expect.stringContaining('geometry'),
		operationId,
	});
	const [storedWord] = stored.items(ocrNode);
	const [displayedWord] = displayed.items(ocrNode);
	expect(storedWord?.json).toMatchObject({ frame: 'stored' });
	expect(storedWord?.json.pageWidth).toBe(displayedWord?.json.pageHeight);
	expect(storedWord?.json.width).toBe(displayedWord?.json.height);
});

test.each([
	['an unknown operation', 'fbvunknown0000000000', 'OPERATION_NOT_FOUND', /three days/],
	['what is no ID', '../iam/v1/tokens', 'INVALID_OPERATION_ID', /operationId/],
	['an empty ID', '', 'INVALID_OPERATION_ID', /operationId/],
])('%s is said in words', async (_what, operationId, code, hint) => {
	const execution = await getResult({ operationId });

	expect(errorsOf(execution)[0]).toMatchObject({ code, hint: expect.stringMatching(hint) });
});

test('the operation of another account is not shown', async () => {
	const ticket = await submit('testocr.png');
	const execution = await recognizeLocally(
		{ url: server.url, apiKey: server.otherApiKey },
		{
			items: [{ json: ticket }],
			parameters: { operation: 'getResult', operationId: '={{ $json.operationId }}' },
			onError: 'continueRegularOutput',
		},
	);

	expect(errorsOf(execution)[0]).toMatchObject({
		code: expect.stringMatching(/^(PERMISSION_DENIED|OPERATION_NOT_FOUND)$/),
		operationId: ticket.operationId,
	});
});

test('Cancel ends a recognition, and Get Result says so', async () => {
	await server.close();
	server = await startOcrServer({ jobSeconds: 600 });
	const ticket = await submit('scanned-12-pages.pdf');
	const cancelled = await recognizeLocally(server, {
		items: [{ json: ticket }],
		parameters: { operation: 'cancel', operationId: '={{ $json.operationId }}' },
	});
	const fetched = await getResult(ticket);

	expect(cancelled.items(ocrNode).map(({ json }) => json)).toEqual([
		{ operationId: ticket.operationId, status: 'cancelled' },
	]);
	expect(errorsOf(fetched)[0]).toMatchObject({ code: 'OPERATION_CANCELLED' });
});
