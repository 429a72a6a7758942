import { boundMs, serverWithJobs, timeBatch } from '../batch';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { MEBIBYTE, pictureItems } from '../files';
import { withServer } from '../server/benchServer';

const FILES = 200;
const JOB_MS = 2_000;

/** P8: a batch that goes asynchronously, against what the quota allows. */
export const asyncBatch: Row = {
	title: '200 files of 0.2 MiB, operations of 2 s',
	isQuick: false,
	measure: async (): Promise<readonly Figure[]> => {
		const items = pictureItems(FILES, 0.2 * MEBIBYTE);
		const boundedMs = boundMs(FILES, 10, JOB_MS);
		const tookMs = await withServer(
			serverWithJobs(JOB_MS),
			async (server) => await timeBatch(server, items, { processingMode: 'async' }),
		);
		return [
			{
				name: 'P8 200 files of 0.2 MiB, operations of 2 s',
				value: `${compact(tookMs / 1000)} s (bound ${compact(boundedMs / 1000)} s)`,
				measured: tookMs / boundedMs,
				unit: '× the bound',
				bar: 1.1,
				reach: 'atMost',
			},
		];
	},
};
