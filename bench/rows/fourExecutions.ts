import { boundMs, JOB_MS, serverWithJobs, timeBatch } from '../batch';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { pictureItems } from '../files';
import { withServer } from '../server/benchServer';

const EXECUTIONS = 4;
const FILES_EACH = 50;

/** Executions of one account share its quota, and share it fairly. */
export const fourExecutions: Row = {
	title: 'Four executions at once, 50 files each',
	isQuick: false,
	measure: async (): Promise<readonly Figure[]> => {
		const boundedMs = boundMs(EXECUTIONS * FILES_EACH, 10, JOB_MS);
		return await withServer(serverWithJobs(JOB_MS), async (server) => {
			const executions = Array.from(
				{ length: EXECUTIONS },
				async () => await timeBatch(server, pictureItems(FILES_EACH)),
			);
			const startedAtMs = performance.now();
			const times = await Promise.all(executions);
			const tookMs = performance.now() - startedAtMs;
			return [
				{
					name: 'Four executions, time in all',
					value: `${compact(tookMs / 1000)} s (bound ${compact(boundedMs / 1000)} s)`,
					measured: tookMs / boundedMs,
					unit: '× the bound',
					bar: 1.1,
					reach: 'atMost',
				},
				{
					name: 'Four executions, slowest against fastest',
					value: times.map((time) => compact(time / 1000)).join(', ') + ' s',
					measured: Math.max(...times) / Math.min(...times),
					unit: '×',
					bar: 1.3,
					reach: 'atMost',
				},
			];
		});
	},
};
