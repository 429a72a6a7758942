import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startOcrServer } from '../../ocr-server/server';
import { itemWith, recognizeLocally } from '../support/engine/recognizeLocally';

const images = join(__dirname, '../fixtures/images');
const twelvePages = readFileSync(join(images, 'scanned-12-pages.pdf'));
const picture = readFileSync(join(images, 'testocr.png'));

test('a stopped execution cancels what runs at the service and starts nothing more', async () => {
	const server = await startOcrServer({ jobSeconds: 60, stub: { recordings: false } });
	const stop = new AbortController();
	const running = recognizeLocally(server, {
		items: [
			...Array.from({ length: 3 }, () => itemWith({ data: ['a.pdf', twelvePages] })),
			...Array.from({ length: 20 }, () => itemWith({ data: ['b.png', picture] })),
		],
		parameters: { options: { syncRequestsPerSecond: 1, asyncRequestsPerSecond: 2 } },
		onError: 'continueRegularOutput',
		signal: stop.signal,
	});
	// Asked about: their IDs have arrived by then.
	for (let waits = 0; waits < 500 && server.counts.received.state < 2; waits++) await wait(20);
	stop.abort();
	const execution = await running;
	const submitted = server.counts.received.submit;
	await wait(500);

	expect(execution.status).toBe('canceled');
	expect(server.counts.received.submit).toBe(submitted);
	// The last one may have been on its way: then its ID was not known.
	expect(server.counts.received.cancel).toBeGreaterThanOrEqual(submitted - 1);
	expect(server.counts.received.cancel).toBeLessThanOrEqual(submitted);
	await server.close();
});

test("however many operations are cancelled, n8n's log gets no warning of a leak", async () => {
	const warnings: string[] = [];
	process.on('warning', ({ message }) => warnings.push(message));
	const files = 30;
	const server = await startOcrServer({ jobSeconds: 60, quotas: { submit: 1000 } });
	const stop = new AbortController();
	const running = recognizeLocally(server, {
		items: Array.from({ length: files }, () => itemWith({ data: ['a.png', picture] })),
		parameters: { options: { processingMode: 'async' } },
		signal: stop.signal,
	});
	for (let waits = 0; waits < 1_000 && server.counts.received.state < files; waits++)
		await wait(20);
	stop.abort();
	await running;
	for (let waits = 0; waits < 100 && server.counts.received.cancel < files; waits++) await wait(20);

	await server.close();
	expect(server.counts.received.cancel).toBe(files);
	expect(warnings).toEqual([]);
});

test('the first failure ends the rest, unless the node continues on errors', async () => {
	const server = await startOcrServer({ jobSeconds: 60 });
	const execution = await recognizeLocally(server, {
		items: [
			itemWith({ data: ['a.pdf', twelvePages] }),
			itemWith({ data: ['note.jpg', Buffer.from('Dear all')] }),
		],
	});

	expect(execution.status).toBe('error');
	expect(execution.error?.message).toContain('note.jpg');
	await server.close();
});

test('what Submit started before the first failure is cancelled: nobody gets its operation ID', async () => {
	const server = await startOcrServer({ jobSeconds: 60, quotas: { submit: 1000 } });
	server.addFault({ on: 'submit', nth: 4, kind: 'status', status: 400 });
	const execution = await recognizeLocally(server, {
		items: Array.from({ length: 4 }, () => itemWith({ data: ['a.png', picture] })),
		parameters: { operation: 'submit', options: { asyncRequestsPerSecond: 10 } },
	});
	await wait(500);

	expect(execution.status).toBe('error');
	expect(server.counts.received).toMatchObject({ submit: 4, cancel: 3 });
	await server.close();
});

test.each(['thepermit.pdf', 'canceled.pdf', 'enotfound.pdf'])(
	'an error about a file named %s keeps its words, and fails the execution',
	async (name) => {
		const server = await startOcrServer();
		const execution = await recognizeLocally(server, {
			items: [itemWith({ data: [name, Buffer.from('Dear all')] })],
		});

		expect(execution.status).toBe('error');
		expect(execution.error?.message.replace('\u2060', '')).toMatch(`${name}: It is a text file`);
		await server.close();
	},
);
