import { plainNode } from '../baseline/plainNode';
import { timeBatch } from '../batch';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { pictureItems, pictureOf } from '../files';
import { withServer, type BenchServer } from '../server/benchServer';
import { median } from '../statistics';

const ROUNDS = 20;
const LATENCY_MS = 100;

/** What the node adds to the service's own time for a single picture. */
export const smallImage: Row = {
	title: 'One small picture',
	isQuick: true,
	measure: async () =>
		await withServer(
			{ stub: { wordsPerPage: 24, latencyMs: LATENCY_MS }, quotas: { sync: 1000 } },
			measureOverhead,
		),
};

async function measureOverhead(server: BenchServer): Promise<readonly Figure[]> {
	const items = pictureItems(1);
	const file = pictureOf(0);
	const send = plainNode({ ...server, files: 1 });
	const nodeMs: number[] = [];
	const bareMs: number[] = [];
	for (let round = -2; round < ROUNDS; round++) {
		const took = await timeBatch(server, items, { syncRequestsPerSecond: 1000 });
		const startedAtMs = performance.now();
		await send(file);
		const bare = performance.now() - startedAtMs;
		if (round < 0) continue;
		nodeMs.push(took);
		bareMs.push(bare);
	}
	const serviceMs = median(await serviceTimes(server));
	return [
		{
			name: 'One small picture, time above the service',
			value: `${compact(median(nodeMs))} ms (service ${compact(serviceMs)} ms, bare helper ${compact(median(bareMs))} ms)`,
			measured: median(nodeMs) - serviceMs,
			unit: 'ms',
			bar: 10,
			reach: 'atMost',
		},
	];
}

/** From a request's headers to the end of its answer. */
async function serviceTimes(server: BenchServer): Promise<readonly number[]> {
	const { requests } = await server.log();
	return requests.map(({ arrivedAtMs, endedAtMs }) => (endedAtMs ?? Number.NaN) - arrivedAtMs);
}
