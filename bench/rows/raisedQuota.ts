import { boundMs, JOB_MS, serverWithJobs, timeBatch } from '../batch';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { pictureItems } from '../files';
import { withServer } from '../server/benchServer';

const FILES = 300;
const PER_SECOND = 100;

/** An account with raised quotas, set in the options. */
export const raisedQuota: Row = {
	title: '300 files, quotas raised to 100/s',
	isQuick: true,
	measure: async (): Promise<readonly Figure[]> => {
		const quotas = { sync: PER_SECOND, submit: PER_SECOND };
		const boundedMs = boundMs(FILES, PER_SECOND, JOB_MS);
		return await withServer(serverWithJobs(JOB_MS, quotas), async (server) => {
			const tookMs = await timeBatch(server, pictureItems(FILES), {
				syncRequestsPerSecond: PER_SECOND,
				asyncRequestsPerSecond: PER_SECOND,
			});
			const { received } = (await server.log()).counts;
			return [
				{
					name: '300 files at 100/s, time',
					value: `${compact(tookMs / 1000)} s (bound ${compact(boundedMs / 1000)} s; ${received.sync} synchronous, ${received.submit} asynchronous)`,
					measured: tookMs / boundedMs,
					unit: '× the bound',
					bar: 1.15,
					reach: 'atMost',
				},
			];
		});
	},
};
