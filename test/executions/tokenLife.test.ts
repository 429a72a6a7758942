import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createKeyPair, type KeyPair } from '../../ocr-server/auth/authorizedKey';
import type { OcrServerOptions } from '../../ocr-server/options';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { pngChunk, pngWith } from '../documents/build';
import type { AfterRestart } from '../support/engine/afterRestart';
import { type CredentialData, CredentialStore } from '../support/engine/credentialStore';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { localCredential } from '../support/engine/localCredential';
import { ocrNode } from '../support/engine/recognize';
import { trials } from '../support/trials';

const type = 'yandexVisionOcrApi';

/** Pictures of different sizes: so the server's log tells them apart. */
const pictures = Array.from({ length: 50 }, (_, index) =>
	pngWith([pngChunk('tEXt', Buffer.alloc(3 * index + 3, 'x'))]),
);
const items = (count: number) =>
	pictures.slice(0, count).map((bytes, index) => itemWith({ data: [`${index}.png`, bytes] }));

let keyPair: KeyPair;
const servers: OcrServer[] = [];

beforeAll(async () => {
	keyPair = await createKeyPair();
});
afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

async function serve(options: OcrServerOptions = {}): Promise<OcrServer> {
	const server = await startOcrServer({
		keyPair,
		stub: { wordsPerPage: 1, recordings: false },
		quotas: { sync: 1000, submit: 1000, state: 1000, result: 1000 },
		...options,
	});
	servers.push(server);
	return server;
}

async function serviceAccount(server: OcrServer, token = ''): Promise<CredentialData> {
	return {
		...localCredential(server),
		authentication: 'serviceAccountKey',
		serviceAccountKey: JSON.stringify(await server.serviceAccountKey()),
		exchangedIamToken: token,
	};
}

/** How often each file was sent, whatever the answer. */
function timesSent({ requests }: OcrServer): readonly number[] {
	const counts = new Map<number, number>();
	for (const { endpoint, bytes } of requests) {
		if (endpoint !== 'sync' && endpoint !== 'submit') continue;
		counts.set(bytes, (counts.get(bytes) ?? 0) + 1);
	}
	return [...counts.values()];
}

/** Time between the first and the last request, in token lives begun. */
function livesOf({ requests }: OcrServer, tokenSeconds: number): number {
	const atMs = requests.map(({ arrivedAtMs }) => arrivedAtMs);
	return Math.floor((Math.max(...atMs) - Math.min(...atMs)) / (tokenSeconds * 1000)) + 1;
}

/** The whole trial: 30 files in 12 seconds, with tokens that live 3; else 10 in 3 seconds, with 1.5. */
const files = trials(10, 30).length;
const [tokenSeconds, filesPerSecond] = files === 30 ? [3, 2.5] : [1.5, 4];

async function outlastTokens(options: Record<string, string | number>): Promise<void> {
	const server = await serve({ tokenSeconds, jobSeconds: 0.2 });
	const execution = await recognizeLocally(server, {
		items: items(files),
		credentials: { [type]: await serviceAccount(server) },
		parameters: { output: 'document', options },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode)).toHaveLength(files);
	expect(server.counts.tokenExchanges).toBeGreaterThan(1);
	expect(server.counts.tokenExchanges).toBeLessThanOrEqual(livesOf(server, tokenSeconds));
	expect(timesSent(server)).toHaveLength(files);
	expect(Math.max(...timesSent(server))).toBeLessThanOrEqual(2);
}

test('a run that outlasts its tokens ends complete: one exchange a life, no file sent thrice', async () => {
	await Promise.all([
		outlastTokens({ processingMode: 'sync', syncRequestsPerSecond: filesPerSecond }),
		outlastTokens({ processingMode: 'async', asyncRequestsPerSecond: filesPerSecond }),
	]);
}, 60_000);

test('50 files of five executions that find the stored token expired are one exchange', async () => {
	const server = await serve();
	const dead = server.issueIamToken('serviceAccount', -1);
	const store = new CredentialStore({ [type]: await serviceAccount(server, dead) });
	const executions = await Promise.all(
		Array.from({ length: 5 }, async (_, index) =>
			recognizeLocally(server, {
				items: items(50).slice(10 * index, 10 * index + 10),
				credentials: store,
				parameters: { output: 'document', options: { processingMode: 'sync' } },
			}),
		),
	);

	for (const execution of executions) expect(execution.items(ocrNode)).toHaveLength(10);
	expect(server.counts.tokenExchanges).toBe(1);
	expect(Math.max(...timesSent(server))).toBeLessThanOrEqual(2);
	expect(store.read(type).exchangedIamToken).toMatch(/^t1\./);
	expect(store.read(type).exchangedIamToken).not.toBe(dead);
});

test('50 files that find no token at all are one exchange, and each is sent once', async () => {
	const server = await serve();
	const execution = await recognizeLocally(server, {
		items: items(50),
		credentials: { [type]: await serviceAccount(server) },
		parameters: { output: 'document', options: { processingMode: 'sync' } },
	});

	expect(execution.items(ocrNode)).toHaveLength(50);
	expect(server.counts.tokenExchanges).toBe(1);
	expect(new Set(timesSent(server))).toEqual(new Set([1]));
});

test('after a restart the stored token is used, not renewed', async () => {
	const server = await serve();
	const store = new CredentialStore({ [type]: await serviceAccount(server) });
	const options = { processingMode: 'sync' };
	await recognizeLocally(server, {
		items: items(1),
		credentials: store,
		parameters: { options },
	});
	const handed: AfterRestart = {
		url: server.url,
		credential: store.read(type),
		picture: pictures[1]?.toString('base64') ?? '',
	};
	const script = join(__dirname, '../support/engine/afterRestart.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', script], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	child.stdin.end(JSON.stringify(handed));
	const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);

	expect(JSON.parse(said)).toEqual({ items: 1 });
	expect(server.counts.tokenExchanges).toBe(1);
	expect(server.requests.map(({ endpoint, status }) => `${endpoint} ${status}`)).toEqual([
		'tokens 200',
		'sync 200',
		'sync 200',
	]);
}, 60_000);

test.each([
	['an API key', 'apiKey', 'AQVNwrong-key-000000'],
	['an IAM token', 'iamToken', 't1.wrong-token-00000'],
])('%s that is refused is one request', async (_what, way, wrong) => {
	const server = await serve();
	const execution = await recognizeLocally(server, {
		items: items(1),
		credentials: { [type]: { ...localCredential(server), authentication: way, [way]: wrong } },
		parameters: { options: { processingMode: 'sync' } },
		onError: 'continueRegularOutput',
	});

	expect(errorsOf(execution)[0]).toMatchObject({ code: 'INVALID_CREDENTIALS', httpStatus: 401 });
	expect(server.requests.map(({ endpoint, status }) => `${endpoint} ${status}`)).toEqual([
		'sync 401',
	]);
});

test('a service that refuses every token gets each file twice and no further exchange', async () => {
	const server = await serve();
	server.addFault({ on: 'sync', kind: 'status', status: 401 });
	const execution = await recognizeLocally(server, {
		items: items(20),
		credentials: { [type]: await serviceAccount(server) },
		parameters: { options: { processingMode: 'sync' } },
		onError: 'continueRegularOutput',
	});

	expect(errorsOf(execution)).toHaveLength(20);
	expect(server.counts.tokenExchanges).toBe(1);
	expect(Math.max(...timesSent(server))).toBe(2);
});

test('a token service that is away for a moment costs no file', async () => {
	const server = await serve();
	server.addFault({ on: 'tokens', kind: 'status', status: 503, times: 2 });
	const execution = await recognizeLocally(server, {
		items: items(5),
		credentials: { [type]: await serviceAccount(server) },
		parameters: { output: 'document', options: { processingMode: 'sync' } },
	});

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode)).toHaveLength(5);
});
