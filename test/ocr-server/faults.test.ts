import { once } from 'node:events';
import { connect } from 'node:net';

import type { Fault } from '../../ocr-server/faults/fault';
import { FAULT_KINDS } from '../../ocr-server/faults/table';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { body, picture, recognizeText, type Reply, resultWhenReady, state, submit } from './client';

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({
		quotas: { sync: 1000, submit: 1000, state: 1000, result: 1000 },
		jobSeconds: 0,
		notReadySeconds: 0,
	});
});

afterEach(() => server.clearFaults());

afterAll(async () => await server.close());

const bytes = picture('plate.png');

type Seen = Reply | { readonly failed: string };

/** What a client sees of one request while the fault is set. */
async function meet(fault: Fault): Promise<Seen> {
	server.addFault(fault);
	return await recognizeText(server, { bytes }).catch((error: Error & { code?: string }) => ({
		failed: error.code ?? error.message,
	}));
}

const good = async () => (await recognizeText(server, { bytes })).text;

const replies: ReadonlyArray<[string, Fault, Partial<Reply> | object]> = [
	[
		'429 with hint',
		{ kind: 'status', status: 429, retryAfter: '3' },
		{ status: 429, headers: expect.objectContaining({ 'retry-after': '3' }) },
	],
	[
		'429 with two hints',
		{ kind: 'status', status: 429, retryAfter: ['3', '5'] },
		{ headers: expect.objectContaining({ 'retry-after': ['3', '5'] }) },
	],
	[
		'500',
		{ kind: 'status', status: 500 },
		{ status: 500, text: expect.stringContaining('"grpcCode":13') },
	],
	[
		'502 in HTML',
		{ kind: 'status', status: 502, shape: 'html' },
		{ status: 502, text: expect.stringContaining('<html') },
	],
	[
		'503 without a body',
		{ kind: 'status', status: 503, shape: 'empty' },
		{ status: 503, text: '' },
	],
	['an early 413', { kind: 'status', status: 413, when: 'arrival' }, { status: 413 }],
	['an empty answer', { kind: 'empty' }, { status: 200, text: '' }],
	['HTML for JSON', { kind: 'html' }, { status: 200, text: expect.stringContaining('<html') }],
	[
		'any body',
		{ kind: 'body', body: '{"__proto__": 1}' },
		{ status: 200, text: '{"__proto__": 1}' },
	],
	[
		'a redirect',
		{ kind: 'redirect', status: 308, location: 'http://127.0.0.1:9/' },
		{ status: 308, headers: expect.objectContaining({ location: 'http://127.0.0.1:9/' }) },
	],
	['blank lines', { kind: 'blankLines', count: 3 }, { status: 200, text: '\n\n\n' }],
	['deep JSON', { kind: 'deepJson', depth: 3 }, { text: expect.stringContaining('[[[]]]') }],
	['no page', { kind: 'pagesMissing', pages: [0] }, { status: 200, text: '' }],
	[
		'a failed page',
		{ kind: 'pagesFailed', pages: [0] },
		{ status: 200, text: expect.stringMatching(/^\{"error":/) },
	],
	['not ready', { kind: 'notReady' }, { status: 404, text: expect.stringContaining('not ready') }],
	[
		'a failed recognition',
		{ kind: 'operationError', message: 'broken' },
		{ status: 500, text: expect.stringContaining('broken') },
	],
];

test.each(replies)('answers %s', async (_name, fault, seen) => {
	expect(await meet(fault)).toMatchObject(seen);
});

const failures: ReadonlyArray<[string, Fault, RegExp]> = [
	['reset on arrival', { kind: 'reset', when: 'arrival' }, /ECONNRESET|EPIPE|UND_ERR_SOCKET/],
	['reset after the body', { kind: 'reset' }, /ECONNRESET|UND_ERR_SOCKET/],
	['reset inside the answer', { kind: 'resetMidBody' }, /ECONNRESET|MISMATCH|SOCKET/],
	['cut under a length', { kind: 'truncated' }, /MISMATCH|SOCKET/],
	['cut without the last chunk', { kind: 'truncated', framing: 'chunked' }, /EOF|SOCKET/],
	['silence', { kind: 'silence' }, /TIMEOUT|ABORT/],
];

test.each(failures)('breaks: %s', async (_name, fault, code) => {
	const seen = server.addFault(fault);
	const tried = recognizeText(server, { bytes }).then(
		() => 'answered',
		(error: Error & { code?: string }) => `${error.code ?? ''} ${error.message}`,
	);
	const outcome = fault.kind === 'silence' ? Promise.race([tried, later(300)]) : tried;
	expect(await outcome).toMatch(code);
	server.removeFault(seen);
});

test.each(['close', 'shortLength'] as const)('cuts unseen: %s', async (framing) => {
	const whole = await good();
	expect(await meet({ kind: 'truncated', framing, keep: 100 })).toMatchObject({
		status: 200,
		text: whole.slice(0, 100),
	});
});

test('drips the true answer', async () => {
	const whole = await good();
	expect(await meet({ kind: 'drip', bytes: 500, intervalMs: 1 })).toMatchObject({ text: whole });
});

test('is slow and then answers as ever', async () => {
	const whole = await good();
	expect(await meet({ kind: 'slow', delayMs: 5 })).toMatchObject({ text: whole });
});

test.each(['body', 'headers', 'reason', 'location'] as const)(
	'echoes the key in %s',
	async (where) => {
		const text = await rawAnswer({ kind: 'echo', where });
		expect(text).toMatch(new RegExp(`Api-Key( |%20)${server.apiKey}`));
	},
);

test('a bomb is small on the way and large when it is opened', async () => {
	const reply = await meet({ kind: 'gzipBomb', mebibytes: 4 });
	expect(reply).toMatchObject({ headers: expect.objectContaining({ 'content-encoding': 'gzip' }) });
	expect('text' in reply && reply.text.length).toBeLessThan(10_000);
});

test('an endless answer goes on until the client hangs up', async () => {
	server.addFault({ kind: 'endless' });
	const socket = await sendRaw();
	let received = 0;
	for await (const chunk of socket) {
		received += (chunk as Buffer).length;
		if (received > 5_000_000) break;
	}
	expect(received).toBeGreaterThan(5_000_000);
	expect(socket.destroyed).toBe(true);
});

test('a fault after the handling leaves a page billed, one before it does not', async () => {
	const before = server.counts.billedPages;
	await meet({ kind: 'reset', times: 1 });
	expect(server.counts.billedPages).toBe(before);
	await meet({ kind: 'reset', when: 'answered', times: 1 });
	expect(server.counts.billedPages).toBe(before + 1);
});

test('an operation ends with the error that was asked for', async () => {
	server.addFault({ kind: 'operationError', on: 'submit', grpcCode: 13, message: 'broken' });
	const id = await submit(server, { bytes });
	await resultWhenReady(server, id);
	expect(JSON.parse((await state(server, id)).text)).toMatchObject({
		done: true,
		error: { code: 13, message: 'broken' },
	});
});

const matches: ReadonlyArray<[string, Fault, readonly number[]]> = [
	['each', { kind: 'status', status: 500 }, [500, 500, 500, 500]],
	['the second', { kind: 'status', status: 500, nth: 2 }, [200, 500, 200, 200]],
	['first and last', { kind: 'status', status: 500, nth: [1, 4] }, [500, 200, 200, 500]],
	['every other', { kind: 'status', status: 500, every: 2 }, [200, 500, 200, 500]],
	['twice', { kind: 'status', status: 500, times: 2 }, [500, 500, 200, 200]],
	[
		'other endpoints',
		{ kind: 'status', status: 500, on: ['submit', 'state'] },
		[200, 200, 200, 200],
	],
	['later', { kind: 'status', status: 500, afterMs: 60_000 }, [200, 200, 200, 200]],
	['never', { kind: 'status', status: 500, probability: 0 }, [200, 200, 200, 200]],
	['surely', { kind: 'status', status: 500, probability: 1 }, [500, 500, 500, 500]],
];

test.each(matches)('strikes: %s', async (_name, fault, statuses) => {
	server.addFault(fault);
	const seen: number[] = [];
	while (seen.length < statuses.length) {
		seen.push((await recognizeText(server, { bytes })).status);
	}
	expect(seen).toEqual(statuses);
});

test('every kind of fault is tried here', () => {
	const tried = [...replies, ...failures, ...matches].map(([, fault]) => fault.kind);
	const elsewhere = ['drip', 'slow', 'echo', 'gzipBomb', 'endless', 'pagesTwice'];
	expect(new Set([...tried, ...elsewhere])).toEqual(new Set(FAULT_KINDS));
});

test('gives a page twice', async () => {
	const whole = await good();
	expect(await meet({ kind: 'pagesTwice', pages: [0] })).toMatchObject({ text: whole + whole });
});

/** All that comes over the connection, as it comes. */
async function rawAnswer(fault: Fault): Promise<string> {
	server.addFault(fault);
	const socket = await sendRaw();
	const chunks: Buffer[] = [];
	for await (const chunk of socket) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('latin1');
}

async function sendRaw() {
	const socket = connect(server.port, '127.0.0.1');
	await once(socket, 'connect');
	const content = body({ bytes });
	socket.write(
		`POST /ocr/v1/recognizeText HTTP/1.1\r\nHost: x\r\nAuthorization: Api-Key ${server.apiKey}\r\n` +
			`Content-Length: ${content.length}\r\n\r\n${content}`,
	);
	return socket;
}

async function later(milliseconds: number): Promise<string> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	return 'TIMEOUT';
}
