import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OcrServerOptions } from '../../ocr-server/options';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const images = join(__dirname, '../fixtures/images');
const file = (name: string): readonly [string, Buffer] => [name, readFileSync(join(images, name))];
const twelvePages = itemWith({ data: file('scanned-12-pages.pdf') });
const twelve = Array.from({ length: 12 }, (_, index) => index + 1);

const servers: OcrServer[] = [];

async function serve(options: OcrServerOptions = {}): Promise<OcrServer> {
	const server = await startOcrServer({ stub: { wordsPerPage: 2 }, jobSeconds: 0.1, ...options });
	servers.push(server);
	return server;
}

afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

test.each<[how: string, options: OcrServerOptions]>([
	['in order', {}],
	[
		'mixed up, in snake_case, printed over many lines',
		{ answers: { shuffled: true, snakeCase: true, pretty: true, wrappedOperation: true } },
	],
	[
		'without the result wrapper, with blank lines',
		{ answers: { wrapped: false, blankLines: true, omitPageZero: 'always' } },
	],
	['a moment after the operation is done', { notReadySeconds: 1 }],
])('a PDF of twelve pages comes out page by page when they come %s', async (_how, options) => {
	const server = await serve(options);
	const execution = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { output: 'page' },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode).map(({ json }) => json.page)).toEqual(twelve);
	expect(server.counts.received).toMatchObject({ sync: 0, submit: 1, cancel: 0 });
});

test.each([
	['a picture', 'testocr.png', 'sync'],
	['a PDF of one page', 'scanned-1-page.pdf', 'sync'],
	['a PDF of twelve pages', 'scanned-12-pages.pdf', 'submit'],
	['a PDF whose pages cannot be counted', 'scanned-3-pages-object-streams.pdf', 'submit'],
] as const)('%s goes the way that fits it', async (_what, name, endpoint) => {
	const server = await serve();
	const execution = await recognizeLocally(server, { items: [itemWith({ data: file(name) })] });

	expect(execution.error).toBeUndefined();
	expect(server.counts.received).toMatchObject({ sync: 0, submit: 0, [endpoint]: 1 });
});

test('a PDF that the service refuses synchronously goes on asynchronously', async () => {
	const server = await serve();
	server.addFault({ on: 'sync', kind: 'status', status: 400 });
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: file('scanned-1-page.pdf') })],
	});

	expect(execution.error).toBeUndefined();
	expect(server.counts.received).toMatchObject({ sync: 1, submit: 1 });
});

test('what was unsure on the synchronous way is counted on the asynchronous one', async () => {
	const server = await serve();
	server.addFault({ on: 'sync', nth: 1, kind: 'reset', when: 'answered' });
	server.addFault({ on: 'sync', nth: 2, kind: 'status', status: 400 });
	const execution = await recognizeLocally(server, {
		items: [itemWith({ data: file('scanned-1-page.pdf') })],
		parameters: { output: 'document' },
	});

	expect(execution.items(ocrNode)[0]?.json).toMatchObject({ repeats: 1 });
});

test('a PDF of many pages set to go synchronously is refused with the remedy', async () => {
	const server = await serve();
	const execution = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { options: { processingMode: 'sync' } },
		onError: 'continueRegularOutput',
	});

	expect(errorsOf(execution)[0]).toMatchObject({
		code: 'TOO_MANY_PAGES',
		message: expect.stringMatching(/12 pages.*only 1/),
		hint: expect.stringContaining('Automatic'),
	});
	expect(server.requests).toHaveLength(0);
});

test('a batch goes both ways and comes out in the order of the input', async () => {
	const server = await serve({ quotas: { sync: 1, submit: 100 } });
	const names = [
		'testocr.png',
		'bill.png',
		'scanned-12-pages.pdf',
		'invoice-table.png',
		'logo.png',
		'plate.png',
		'headings.png',
		'blank.png',
	];
	const execution = await recognizeLocally(server, {
		items: names.map((name) => itemWith({ data: file(name) })),
		parameters: { output: 'document', options: { syncRequestsPerSecond: 1 } },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode).map(({ json }) => json.file)).toEqual(names);
	expect(server.counts.received.sync).toBeGreaterThan(0);
	expect(server.counts.received.submit).toBeGreaterThan(3);
});

test('a failed page is an error item of its own; the other pages come out', async () => {
	const server = await serve();
	server.addFault({ on: 'result', kind: 'pagesFailed', pages: [2] });
	const execution = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { output: 'page' },
		onError: 'continueErrorOutput',
	});

	expect(execution.items(ocrNode).map(({ json }) => json.page)).toEqual(
		twelve.filter((page) => page !== 3),
	);
	const [error] = execution.items(ocrNode, 1);
	expect(error?.json.error).toMatchObject({
		code: 'PAGE_FAILED',
		message: expect.stringContaining('Page 3'),
		operationId: expect.stringMatching(/^\w+$/),
	});
});

test('Raw hands on the pages as they came, and a failed one as an error item too', async () => {
	const server = await serve();
	server.addFault({ on: 'result', kind: 'pagesFailed', pages: [2] });
	const execution = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { output: 'raw' },
		onError: 'continueErrorOutput',
	});

	const pages = execution.items(ocrNode).map(({ json }) => json);
	expect(pages).toHaveLength(11);
	for (const page of pages) expect(page).toHaveProperty('result.textAnnotation.blocks');
	expect(execution.items(ocrNode, 1).map(({ json }) => json.error)).toMatchObject([
		{ code: 'PAGE_FAILED', message: expect.stringContaining('page 2 could not be recognized') },
	]);
});

test('missing pages are fetched again, and named if they stay away', async () => {
	const server = await serve();
	server.addFault({ on: 'result', kind: 'pagesMissing', pages: [3, 11], times: 1 });
	const healed = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { output: 'page' },
	});
	expect(healed.items(ocrNode).map(({ json }) => json.page)).toEqual(twelve);

	server.addFault({ on: 'result', kind: 'pagesMissing', pages: [3, 11] });
	const lacking = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { output: 'page' },
		onError: 'continueRegularOutput',
	});
	expect(lacking.items(ocrNode).filter(({ json }) => json.page !== undefined)).toHaveLength(10);
	expect(errorsOf(lacking)[0]).toMatchObject({
		code: 'PAGES_MISSING',
		message: expect.stringContaining('page 4, 12'),
		hint: expect.stringContaining('Get Result'),
		operationId: expect.any(String),
	});
	expect(server.counts.received.submit).toBe(2);
});

test('a result that breaks off half-way is read again from its beginning, and billed once', async () => {
	const server = await serve();
	server.addFault({ on: 'result', kind: 'resetMidBody', times: 2 });
	const execution = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { output: 'page' },
	});

	expect(execution.items(ocrNode).map(({ json }) => json.page)).toEqual(twelve);
	expect(server.counts).toMatchObject({ billedPages: 12, operations: 1 });
});

test('an operation that fails says why', async () => {
	const server = await serve();
	server.addFault({ on: 'submit', kind: 'operationError' });
	const execution = await recognizeLocally(server, {
		items: [twelvePages],
		onError: 'continueRegularOutput',
	});

	expect(errorsOf(execution)[0]).toMatchObject({
		code: expect.stringMatching(/^(OPERATION_FAILED|REJECTED_BY_SERVICE)$/),
		operationId: expect.any(String),
	});
});

test('a file that is not done in time says how its result is fetched later, and is not cancelled', async () => {
	const server = await serve({ jobSeconds: 2.5 });
	const execution = await recognizeLocally(server, {
		items: [twelvePages],
		parameters: { output: 'page', options: { maxWaitSeconds: 1 } },
		onError: 'continueRegularOutput',
	});

	const [error] = errorsOf(execution);
	expect(error).toMatchObject({
		code: 'TIMED_OUT',
		message: expect.stringContaining('timed out'),
		hint: expect.stringContaining('Get Result'),
		operationId: expect.any(String),
	});
	const later = await recognizeLocally(server, {
		items: [{ json: { operationId: error?.operationId } }],
		parameters: { operation: 'getResult', operationId: '={{ $json.operationId }}', output: 'page' },
	});
	expect(later.items(ocrNode).map(({ json }) => json.page)).toEqual(twelve);
	expect(server.counts).toMatchObject({ billedPages: 12, operations: 1 });
	expect(server.counts.received.cancel).toBe(0);
});
