import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Fault } from '../../ocr-server/faults/fault';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import type { Bombing, Damage } from '../support/engine/bombed';
import { trials } from '../support/trials';

const bombs: ReadonlyArray<readonly [bomb: Fault, code: string]> = [
	[{ kind: 'blankLines' }, 'ANSWER_EMPTY'],
	[{ kind: 'deepJson' }, 'ANSWER_TOO_DEEP'],
	[{ kind: 'endless' }, 'ANSWER_NOT_JSON'],
	[{ kind: 'endless', beginning: '{"result":{"textAnnotation":{"fullText":"' }, 'ANSWER_TOO_LARGE'],
	[{ kind: 'gzipBomb' }, 'ANSWER_TOO_LARGE'],
];

const servers: OcrServer[] = [];

async function serve(...faults: readonly Fault[]): Promise<{ url: string; apiKey: string }> {
	const stub = { wordsPerPage: 1, recordings: false };
	const server = await startOcrServer({ faults, stub, quotas: { sync: 1000 } });
	servers.push(server);
	const { url, apiKey } = server;
	return { url, apiKey };
}

afterAll(async () => {
	await Promise.all(servers.map(async (server) => await server.close()));
});

const bombed = join(__dirname, '../support/engine/bombed.ts');

test('bombs are refused within a second and 64 MiB', async () => {
	const times = trials(1, 50).length;
	const bombers = await Promise.all(bombs.map(async ([bomb]) => await serve(bomb)));
	const bombing: Bombing = { peaceful: await serve(), bombers, times };
	const child = spawn(process.execPath, ['--import', 'tsx', bombed], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	child.stdin.end(JSON.stringify(bombing));
	const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
	const damages = JSON.parse(said) as readonly Damage[];

	const summary = damages.map(({ codes, slowestCpuMs, quickestMs, growthMebibytes }) => ({
		times: codes.length,
		codes: [...new Set(codes)],
		isQuick: slowestCpuMs <= 1000 && quickestMs <= 1000 ? true : { slowestCpuMs, quickestMs },
		isSmall: growthMebibytes <= 64 ? true : growthMebibytes,
	}));
	expect(summary).toEqual(
		bombs.map(([, code]) => ({ times, codes: [code], isQuick: true, isSmall: true })),
	);
}, 600_000);
