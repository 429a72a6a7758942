import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type OcrServer, startOcrServer } from '../../../ocr-server/server';
import type { OcrServerOptions } from '../../../ocr-server/options';
import { type Batch, type BatchOutcome, READY } from '../../support/engine/batchProcess';
import { itemWith, recognizeLocally } from '../../support/engine/recognizeLocally';
import { ocrNode } from '../../support/engine/recognize';
import { worstWindow } from '../../support/requestWindows';

/**
 * Quotas in real time on real sockets, as the server counts them. What a busy machine can spoil (the
 * use of the quota, a request that comes a moment early) is printed; what must hold anyhow is asserted.
 */
const picture = readFileSync(join(__dirname, '../../fixtures/images/testocr.png'));
const pictures = (count: number) =>
	Array.from({ length: count }, (_, index) => itemWith({ data: [`${index}.png`, picture] }));

const servers: OcrServer[] = [];

async function serve(options: OcrServerOptions): Promise<OcrServer> {
	const stub = { wordsPerPage: 1, recordings: false };
	const server = await startOcrServer({ stub, ...options });
	servers.push(server);
	return server;
}

afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

/** Arrivals of the requests that the quota let through, in milliseconds. */
function accepted({ requests }: OcrServer, endpoint: 'sync' | 'submit'): readonly number[] {
	return requests
		.filter((request) => request.endpoint === endpoint && request.status === 200)
		.map(({ arrivedAtMs }) => arrivedAtMs);
}

/** Requests per second between the first and the last. */
function rateOf(atMs: readonly number[]): number {
	return (atMs.length - 1) / (((atMs.at(-1) ?? 0) - (atMs[0] ?? 0)) / 1_000);
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

describe.each([1, 2, 3, 4, 5])('run %d', () => {
	test.each([
		{ perSecond: 1, files: 15, endpoint: 'sync' },
		{ perSecond: 10, files: 150, endpoint: 'submit' },
		{ perSecond: 50, files: 500, endpoint: 'submit' },
	] as const)(
		'$files files at $perSecond/s use the quota and hardly ever touch it',
		async ({ perSecond, files, endpoint }) => {
			const server = await serve({ quotas: { [endpoint]: perSecond } });
			const execution = await recognizeLocally(server, {
				items: pictures(files),
				parameters: {
					output: 'document',
					options: {
						processingMode: endpoint === 'sync' ? 'sync' : 'async',
						syncRequestsPerSecond: perSecond,
						asyncRequestsPerSecond: perSecond,
					},
				},
			});
			expect(execution.error).toBeUndefined();
			expect(execution.items(ocrNode)).toHaveLength(files);
			const arrivals = accepted(server, endpoint);
			const refused = server.counts.overQuota[endpoint];
			console.log(
				`${perSecond}/s: ${percent(rateOf(arrivals) / perSecond)} of the quota used, ${refused} refused`,
			);
			expect(arrivals).toHaveLength(files);
			expect(refused / files).toBeLessThanOrEqual(0.2);
		},
		120_000,
	);
});

test('twenty executions share the quota of their account, and the other account has its own', async () => {
	const server = await serve({ quotas: { submit: 10 } });
	const run = async (apiKey: string, stop?: AbortSignal) => {
		const execution = await recognizeLocally(
			{ url: server.url, apiKey },
			{
				items: pictures(5),
				parameters: {
					output: 'document',
					options: { processingMode: 'async', asyncRequestsPerSecond: 10 },
				},
				...(stop === undefined ? {} : { signal: stop }),
			},
		);
		return { execution, endedAtMs: performance.now() };
	};
	const stop = new AbortController();
	const startedAtMs = performance.now();
	const stopped = Array.from({ length: 5 }, async () => await run(server.apiKey, stop.signal));
	const shared = Array.from({ length: 20 }, async () => await run(server.apiKey));
	const others = Array.from({ length: 5 }, async () => await run(server.otherApiKey));
	setTimeout(() => stop.abort(), 1_000);

	const ended = await Promise.all(shared);
	for (const { execution } of [...ended, ...(await Promise.all(others))]) {
		expect(execution.error).toBeUndefined();
		expect(execution.items(ocrNode)).toHaveLength(5);
	}
	for (const { execution } of await Promise.all(stopped)) expect(execution.status).toBe('canceled');
	const { submit, state, result } = server.counts.overQuota;
	expect((submit + state + result) / server.requests.length).toBeLessThanOrEqual(0.05);
	// More than one quota in a second: the accounts do not wait for each other.
	expect(worstWindow(accepted(server, 'submit'))).toBeGreaterThan(10);
	const secondsOf = ended.map(({ endedAtMs }) => (endedAtMs - startedAtMs) / 1_000);
	// The places of those that were stopped are free: they would have been 25 files more.
	const bound = (accepted(server, 'submit').length - 25 - 1) / 10;
	console.log(
		`20 executions: ${Math.max(...secondsOf).toFixed(1)} s (bound ${bound.toFixed(1)} s), slowest against fastest ${(Math.max(...secondsOf) / Math.min(...secondsOf)).toFixed(2)}, ${submit} refused`,
	);
}, 120_000);

describe.each([1, 2, 3])('run %d', () => {
	test('three processes on one quota of 10/s, each set to all of it: every document completes', async () => {
		const files = 100;
		const server = await serve({ quotas: { submit: 10, state: 50, result: 50 } });
		const { url, apiKey } = server;
		const batch: Batch = { url, apiKey, files, perSecond: 10 };
		const processes = await Promise.all([1, 2, 3].map(async () => await startProcess(batch)));
		const outcomes = await Promise.all(processes.map(async (run) => await run()));
		for (const outcome of outcomes) expect(outcome).toMatchObject({ documents: files, errors: 0 });

		// What three get out of the quota; how long the last one goes on alone says nothing.
		const sharedUntilMs = Math.min(...outcomes.map(({ endedAtMs }) => endedAtMs));
		const whileShared = accepted(server, 'submit').filter((at) => at <= sharedUntilMs);
		const { overQuota, received } = server.counts;
		const goodput = rateOf(whileShared) / 10;
		const refused = overQuota.submit / received.submit;
		console.log(`Three processes: goodput ${percent(goodput)}, ${percent(refused)} refused`);
		expect(refused).toBeLessThanOrEqual(0.15);
		expect(goodput).toBeGreaterThanOrEqual(0.85);
	}, 240_000);
});

/** Resolves when the process is ready to run its batch. */
async function startProcess(batch: Batch): Promise<() => Promise<BatchOutcome>> {
	const script = join(__dirname, '../../support/engine/batchProcess.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', script], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	child.stdin.write(`${JSON.stringify(batch)}\n`);
	expect((await lines.next()).value).toBe(READY);
	return async () => {
		child.stdin.write('run\n');
		return JSON.parse((await lines.next()).value as string) as BatchOutcome;
	};
}
