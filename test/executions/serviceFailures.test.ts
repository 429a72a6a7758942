import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../ocr-server/faults/fault';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const png = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));
const threeFiles = [
	itemWith({ data: ['first.png', png] }),
	itemWith({ data: ['second.png', png] }),
	itemWith({ data: ['third.png', png] }),
];

let server: OcrServer;

// A server of its own, and so an account of its own, for each test: an account's executions share its pace.
beforeEach(async () => {
	server = await startOcrServer({ stub: { wordsPerPage: 2 }, quotas: { sync: 1000 } });
});
afterEach(() => server.close());

interface Expected {
	readonly code: string;
	readonly httpStatus: number | null;
	readonly retryable: boolean;
}

/** Each ends by itself: `maxAttempts: 1` and short limits stand for patience that has run out. */
const failures: ReadonlyArray<[what: string, fault: Fault, expected: Expected]> = [
	[
		'400',
		{ kind: 'status', status: 400 },
		{ code: 'REJECTED_BY_SERVICE', httpStatus: 400, retryable: false },
	],
	[
		'401',
		{ kind: 'status', status: 401 },
		{ code: 'INVALID_CREDENTIALS', httpStatus: 401, retryable: false },
	],
	[
		'403',
		{ kind: 'status', status: 403 },
		{ code: 'PERMISSION_DENIED', httpStatus: 403, retryable: false },
	],
	[
		'413',
		{ kind: 'status', status: 413 },
		{ code: 'FILE_TOO_LARGE', httpStatus: 413, retryable: false },
	],
	[
		'500',
		{ kind: 'status', status: 500 },
		{ code: 'SERVICE_ERROR', httpStatus: 500, retryable: true },
	],
	[
		'a 429 that asks for more patience than there is',
		{ kind: 'status', status: 429, retryAfter: '3600' },
		{ code: 'QUOTA_EXCEEDED', httpStatus: 429, retryable: true },
	],
	[
		'a redirect',
		{ kind: 'redirect', location: 'http://127.0.0.1:1/' },
		{ code: 'REDIRECTED', httpStatus: 307, retryable: false },
	],
	[
		'HTML instead of JSON',
		{ kind: 'html' },
		{ code: 'ANSWER_NOT_JSON', httpStatus: null, retryable: true },
	],
	['an empty body', { kind: 'empty' }, { code: 'ANSWER_EMPTY', httpStatus: null, retryable: true }],
	[
		'an answer that breaks off',
		{ kind: 'resetMidBody' },
		{ code: 'CONNECTION_LOST', httpStatus: null, retryable: true },
	],
	[
		'a connection that is reset',
		{ kind: 'reset' },
		{ code: 'CONNECTION_LOST', httpStatus: null, retryable: true },
	],
];

test.each(failures)(
	'%s fails one file and lets the others out, in order',
	async (_what, fault, expected) => {
		server.addFault({ on: 'sync', nth: 2, ...fault });
		const execution = await recognizeLocally(server, {
			items: threeFiles,
			parameters: { options: { processingMode: 'sync', maxAttempts: 1, maxWaitSeconds: 5 } },
			onError: 'continueRegularOutput',
		});

		expect(execution.status).toBe('success');
		const output = execution.items(ocrNode);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 2, 2].map((item) => ({ item })),
		);
		const [error] = errorsOf(execution);
		expect(error).toMatchObject({ ...expected, file: 'second.png', binaryField: 'data' });
		expect(error?.message).toMatch(/^second\.png: .*\.$/s);
		expect(error?.hint).toMatch(/\.$/);
		expect(error?.requestId).toMatch(/^[0-9a-f-]{36}$/);
	},
);

test('a Retry-After beyond the time that is left is said, and not waited for', async () => {
	server.addFault({ on: 'sync', kind: 'status', status: 503, retryAfter: '3600' });
	const execution = await recognizeLocally(server, {
		items: threeFiles.slice(0, 1),
		parameters: { options: { processingMode: 'sync', maxWaitSeconds: 60 } },
		onError: 'continueRegularOutput',
	});

	const [error] = errorsOf(execution);
	expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', httpStatus: 503, retryable: true });
	expect(error?.message).toMatch(/asks to wait 3600 seconds, longer than .* left of its 60\.$/);
	expect(server.requests).toHaveLength(1);
});

test('without Continue, the failure ends the execution with its words, hint and IDs', async () => {
	server.addFault({ on: 'sync', kind: 'status', status: 403 });
	const execution = await recognizeLocally(server, { items: threeFiles });

	expect(execution.status).toBe('error');
	expect(execution.error).toMatchObject({
		message: expect.stringMatching(/^\w+\.png: The account of the credential may not use/),
		description: expect.stringMatching(/ai\.vision\.user.*Request ID: [0-9a-f-]{36}/),
		httpCode: '403',
	});
});

test('a closed port is waited for, and named when the outage limit is over', async () => {
	const closed = await startOcrServer();
	await closed.close();
	const execution = await recognizeLocally(closed, {
		items: threeFiles,
		parameters: { options: { outageSeconds: 1 } },
		onError: 'continueRegularOutput',
	});

	expect(execution.items(ocrNode)).toHaveLength(3);
	for (const error of errorsOf(execution)) {
		expect(error).toMatchObject({ code: 'SERVICE_OUTAGE', retryable: true, httpStatus: null });
		expect(error.message).toMatch(/1 seconds.*could not be reached \(ECONNREFUSED\)/);
	}
});

test('wrong keys are told from missing permissions', async () => {
	const wrongKey = await recognizeLocally(
		{ url: server.url, apiKey: 'AQVNwrong' },
		{ items: threeFiles.slice(0, 1), onError: 'continueRegularOutput' },
	);
	const noRole = await recognizeLocally(
		{ url: server.url, apiKey: server.noPermissionApiKey },
		{ items: threeFiles.slice(0, 1), onError: 'continueRegularOutput' },
	);

	expect(errorsOf(wrongKey)[0]).toMatchObject({ code: 'INVALID_CREDENTIALS', httpStatus: 401 });
	expect(errorsOf(noRole)[0]).toMatchObject({ code: 'PERMISSION_DENIED', httpStatus: 403 });
});

test('the second file of a run goes a second after the first, however long the first took to leave', async () => {
	let leastGapMs = 0;
	// A machine that is busy may hold one request up more than the next.
	for (let tries = 0; tries < 3 && leastGapMs < 950; tries += 1) {
		const before = server.requests.length;
		const execution = await recognizeLocally(server, {
			items: threeFiles,
			parameters: { options: { processingMode: 'sync', syncRequestsPerSecond: 1 } },
		});
		expect(execution.error).toBeUndefined();
		const arrivals = server.requests.slice(before).map(({ arrivedAtMs }) => arrivedAtMs);
		leastGapMs = Math.min(...arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? 0)));
	}
	expect(leastGapMs).toBeGreaterThanOrEqual(950);
});
