import { boundMs, JOB_MS, serverWithJobs, timeBatch } from '../batch';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { pictureItems } from '../files';
import { withServer } from '../server/benchServer';

const FILES = 100;

/** The service grants half of what the settings say: the true pace must be found. */
export const halfQuota: Row = {
	title: '100 files, the quota half of the setting',
	isQuick: false,
	measure: async (): Promise<readonly Figure[]> => {
		const boundedMs = boundMs(FILES, 5, JOB_MS);
		return await withServer(serverWithJobs(JOB_MS, { submit: 5 }), async (server) => {
			const tookMs = await timeBatch(server, pictureItems(FILES), { processingMode: 'async' });
			const { counts } = await server.log();
			return [
				{
					name: '100 files at half the quota, time',
					value: `${compact(tookMs / 1000)} s (true bound ${compact(boundedMs / 1000)} s)`,
					measured: tookMs / boundedMs,
					unit: '× the true bound',
					bar: 1.25,
					reach: 'atMost',
				},
				{
					name: '100 files at half the quota, refusals',
					value: `${counts.overQuota.submit} of ${counts.received.submit}`,
					measured: counts.overQuota.submit / counts.received.submit,
					unit: 'of the submissions',
					bar: 0.15,
					reach: 'atMost',
				},
			];
		});
	},
};
