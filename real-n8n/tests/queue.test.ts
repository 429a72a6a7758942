import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { chain } from '../../test/support/engine/workflowJson';
import { importCredentials, importWorkflows } from '../content';
import { listExecutions, readExecution } from '../executions';
import { n8nCommand } from '../instance';
import { localOcrCredential } from '../localOcrCredential';
import type { LongRunning } from '../longRunning';
import { type Session, signIn } from '../owner';
import { type Cluster, createCluster } from '../queue/cluster';
import type { N8nServer } from '../server';
import type { StoredRun } from '../storedRun';
import { waitUntil } from '../waitUntil';
import { type FreshInstance, freshInstance } from './freshInstance';
import { OCR, ocr, readFiles, wait, webhook } from './nodes';
import { writePictures } from './pictures';

const EXECUTIONS = 12;
const FILES_EACH = 10;
const FILES = EXECUTIONS * FILES_EACH;
const WORKERS = 3;
const QUOTA_PER_SECOND = 10;
const RUN_MS = 180_000;

let server: OcrServer;
let single: FreshInstance;
let cluster: Cluster;
let n8n: N8nServer;
let session: Session;
let workers: LongRunning[];

/** Reads the pictures of the folder that the call names. */
const read = (): INode => readFiles('Read', '={{ $json.query.folder }}/*.png');

/** Long enough for n8n to put the execution away and free its worker. */
const WAIT_SECONDS = 66;

const asynchronously = { options: { processingMode: 'async' } };
const workflows = {
	batch: [webhook('batch'), read(), ocr({ output: 'page', ...asynchronously })],
	interrupted: [webhook('interrupted'), read(), ocr({ output: 'page', ...asynchronously })],
	later: [
		webhook('later'),
		read(),
		ocr({ operation: 'submit' }, 'Submit'),
		wait(WAIT_SECONDS),
		ocr({ operation: 'getResult', output: 'page' }),
	],
};

beforeAll(async () => {
	server = await startOcrServer({ quotas: { submit: QUOTA_PER_SECOND }, jobSeconds: 1 });
	single = await freshInstance();
	cluster = await createCluster(single);
	await importCredentials(cluster.instance, [localOcrCredential(server)]);
	await importWorkflows(
		cluster.instance,
		Object.entries(workflows).map(([id, nodes]) => ({ id, name: id, ...chain(...nodes) })),
	);
	for (const id of Object.keys(workflows)) {
		await n8nCommand(cluster.instance, 'publish:workflow', `--id=${id}`);
	}
	n8n = await cluster.start();
	session = await signIn(n8n.url);
	workers = [];
	for (let count = 0; count < WORKERS; count++) workers.push(await cluster.startWorker());
}, 600_000);

afterAll(async () => {
	await cluster?.stop();
	await server?.close();
	await single?.remove();
}, 120_000);

/** Starts an execution for a folder of new pictures. It goes on after the answer. */
async function start(workflow: keyof typeof workflows, number: number, files: number) {
	const folder = join(single.userFolder, workflow, String(number));
	await writePictures(folder, files);
	const query = new URLSearchParams({ folder });
	const url = `${n8n.url}/webhook/${workflow}?${query}`;
	// Just after its start n8n does not know its webhooks yet.
	await waitUntil({ what: url, timeoutMs: RUN_MS }, async () => {
		return (await fetch(url, { method: 'POST' })).ok ? true : undefined;
	});
}

async function startAll(workflow: keyof typeof workflows): Promise<void> {
	await Promise.all(
		Array.from({ length: EXECUTIONS }, async (_, number) => {
			await start(workflow, number, FILES_EACH);
		}),
	);
}

const OVER: readonly string[] = ['success', 'error', 'crashed', 'canceled'];

/** What all executions of the workflow left behind, as soon as there are so many and all have ended. */
async function allEnded(workflow: string, count: number): Promise<readonly StoredRun[]> {
	const waiting = { what: `${count} executions`, timeoutMs: RUN_MS, intervalMs: 1000 };
	const ended = await waitUntil(waiting, async () => {
		const listed = await listExecutions(session, workflow);
		const over = listed.filter(({ status }) => OVER.includes(status));
		return over.length >= count ? over : undefined;
	});
	return await Promise.all(ended.map(({ id }) => readExecution(session, id)));
}

/** The submissions that the service took since so many requests. */
function submissionsSince(requestCount: number) {
	const since = server.requests.slice(requestCount);
	return since.filter(({ endpoint, status }) => endpoint === 'submit' && status === 200);
}

test(`${WORKERS} workers lose no file, recognize none twice, and share one quota well`, async () => {
	await startAll('batch');
	const runs = await allEnded('batch', EXECUTIONS);
	expect(runs.map(({ status }) => status)).toEqual(Array(EXECUTIONS).fill('success'));
	expect(runs.flatMap((run) => run.items(OCR))).toHaveLength(FILES);

	const submissions = submissionsSince(0);
	const files = new Set(submissions.map(({ documentChecksum }) => documentChecksum));
	expect(files.size).toBe(FILES);
	expect(submissions).toHaveLength(FILES);
	expect(server.counts.billedPages).toBe(FILES);

	const share = perSecond(submissions.map(({ arrivedAtMs }) => arrivedAtMs)) / QUOTA_PER_SECOND;
	console.log(`${FILES} files, with ${Math.round(share * 100)} % of the quota`);
	expect(share).toBeGreaterThanOrEqual(0.85);
}, 300_000);

test('when a worker is killed, the executions of the others hold', async () => {
	const before = server.requests.length;
	await startAll('interrupted');
	await waitUntil({ what: 'the first submissions', timeoutMs: RUN_MS }, () =>
		submissionsSince(before).length >= FILES / 4 ? true : undefined,
	);
	await workers[0]?.kill();
	const runs = await allEnded('interrupted', EXECUTIONS);
	const statuses = runs.map(({ status }) => status);
	console.log(`One of ${WORKERS} workers killed: ${statuses.join(', ')}`);
	const whole = runs.filter(({ status }) => status === 'success');
	expect(whole.length).toBeGreaterThanOrEqual(EXECUTIONS / 2);
	for (const run of whole) expect(run.items(OCR)).toHaveLength(FILES_EACH);
}, 300_000);

test('what was submitted before the workers died is fetched by their successors', async () => {
	const before = server.requests.length;
	await start('later', 1, FILES_EACH);
	await waitUntil({ what: 'the wait', timeoutMs: RUN_MS }, async () => {
		const [execution] = await listExecutions(session, 'later');
		return execution?.status === 'waiting' ? true : undefined;
	});
	await Promise.all(workers.map((worker) => worker.kill()));
	await cluster.startWorker();
	const [run] = await allEnded('later', 1);
	expect(run?.status).toBe('success');
	expect(run?.items(OCR)).toHaveLength(FILES_EACH);
	expect(submissionsSince(before)).toHaveLength(FILES_EACH);
}, 400_000);

/** From the first to the last. Whoever uses the same cores brings it down. */
function perSecond(times: readonly number[]): number {
	return (times.length - 1) / ((Math.max(...times) - Math.min(...times)) / 1000);
}
