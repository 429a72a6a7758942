import { join } from 'node:path';
import { boundMs, JOB_MS, serverWithJobs, timeBatch } from '../batch';
import { runInChild } from '../child/runInChild';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { pictureItems } from '../files';
import { withServer } from '../server/benchServer';

const FILES = 100;

/** What a loop or a burst without pacing comes to; see baseline/. */
interface Baseline {
	readonly tookMs: number;
	readonly lost: number;
}

/** A hundred scans with nothing set, against the bound and against what nodes do today. */
export const defaultBatch: Row = {
	title: '100 files of one page, default settings, operations of 0.8 s',
	isQuick: false,
	measure: async (): Promise<readonly Figure[]> => {
		const ours = await recognizeBatch();
		const burst = await runBaseline('burst');
		const loop = await runBaseline('loop');
		const boundedMs = boundMs(FILES, 10, JOB_MS);
		return [
			{
				name: '100 files, time',
				value: `${compact(ours.tookMs / 1000)} s (bound ${compact(boundedMs / 1000)} s)`,
				measured: ours.tookMs / boundedMs,
				unit: '× the bound',
				bar: 1.1,
				reach: 'atMost',
			},
			{
				name: '100 files, refusals',
				value: `a burst without pacing loses ${burst.lost} of ${FILES}`,
				measured: ours.refusals,
				unit: 'answers 429',
				bar: 0,
				reach: 'atMost',
			},
			{
				name: '100 files, polls',
				value: `${ours.operations} operations`,
				measured: ours.polls / ours.operations,
				unit: 'polls per operation',
				bar: 3,
				reach: 'atMost',
			},
			{
				name: '100 files, against the one-after-the-other loop',
				value: `${compact(loop.tookMs / 1000)} s in the loop, ${loop.lost} lost`,
				measured: loop.tookMs / ours.tookMs,
				unit: '× faster',
				bar: 8,
				reach: 'atLeast',
			},
		];
	},
};

async function recognizeBatch() {
	return await withServer(serverWithJobs(JOB_MS), async (server) => {
		const tookMs = await timeBatch(server, pictureItems(FILES));
		const { counts, requests } = await server.log();
		return {
			tookMs,
			refusals: requests.filter(({ status }) => status === 429).length,
			operations: counts.operations,
			polls: counts.received.state,
		};
	});
}

async function runBaseline(kind: 'loop' | 'burst'): Promise<Baseline> {
	return await withServer(
		serverWithJobs(JOB_MS),
		async ({ url, apiKey }) =>
			await runInChild(join(__dirname, `../baseline/${kind}.ts`), { url, apiKey, files: FILES }),
	);
}
