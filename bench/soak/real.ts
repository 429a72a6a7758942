import type { Fault } from '../../ocr-server/faults/fault';
import { localCredential } from '../../test/support/engine/localCredential';
import { errorsOf } from '../../test/support/engine/recognizeLocally';
import { ocrNode, recognize } from '../../test/support/engine/recognize';
import { collectGarbage } from '../../test/support/memory';
import { serverWithJobs } from '../batch';
import { pictureItems } from '../files';
import { withServer, type BenchServer } from '../server/benchServer';
import type { SoakReport } from './report';

const FILES = 60;
/** After a stop, cancels may go on for 2 s. */
const REST_MS = 2_500;
const MEBIBYTE = 1024 * 1024;

/** About every tenth request fails, each in another way. */
const faults: readonly Fault[] = [
	{ kind: 'status', status: 503, probability: 0.03 },
	{ kind: 'status', status: 502, shape: 'html', probability: 0.02, on: ['state', 'result'] },
	{ kind: 'reset', probability: 0.02 },
	{ kind: 'resetMidBody', probability: 0.02, on: ['state', 'result'] },
	{ kind: 'pagesMissing', pages: [0], probability: 0.02, on: 'result' },
	{ kind: 'slow', delayMs: 500, probability: 0.03 },
];

interface Tally {
	files: number;
	lost: number;
	twice: number;
	errors: number;
	/** After each execution, in bytes. */
	readonly heap: number[];
}

/** Executions one after the other for so long, over real sockets, against a server that fails. */
export async function soakForReal(minutes: number): Promise<SoakReport> {
	return await withServer({ ...serverWithJobs(800), faults }, async (server) => {
		const tally: Tally = { files: 0, lost: 0, twice: 0, errors: 0, heap: [] };
		await runOnce(server, tally);
		await rest();
		const thingsAtRest = openThings();
		const endAtMs = performance.now() + minutes * 60_000;
		while (performance.now() < endAtMs) await runOnce(server, tally);
		await rest();
		const thingsLeft = openThings() - thingsAtRest;
		const { counts } = await server.log();
		const { sync, submit, state, result } = counts.overQuota;
		return {
			title: `Real, ${minutes} minutes: ${tally.files} documents, every tenth request failing`,
			checks: [
				{ name: 'lost', value: tally.lost, atMost: 0 },
				{ name: 'came out twice', value: tally.twice, atMost: 0 },
				{ name: 'came out as errors', value: tally.errors },
				{ name: 'refused over the quota', value: sync + submit + state + result, atMost: 0 },
				{ name: 'heap, MiB per 1000 documents', value: heapSlope(tally), atMost: 1 },
				{ name: 'sockets and timers left', value: thingsLeft, atMost: 0 },
			],
		};
	});
}

async function runOnce(server: BenchServer, tally: Tally): Promise<void> {
	const execution = await recognize({
		items: pictureItems(FILES),
		credentials: { yandexVisionOcrApi: localCredential(server) },
		parameters: { output: 'document' },
		onError: 'continueRegularOutput',
	});
	const came = new Map<number, number>();
	for (const { pairedItem } of execution.items(ocrNode)) {
		const { item } = pairedItem as { readonly item: number };
		came.set(item, (came.get(item) ?? 0) + 1);
	}
	tally.files += FILES;
	tally.lost += FILES - came.size;
	tally.twice += [...came.values()].filter((times) => times > 1).length;
	tally.errors += errorsOf(execution).length;
	collectGarbage();
	tally.heap.push(process.memoryUsage().heapUsed);
}

/** The straight line through the second half of the run: caches fill in the first. */
function heapSlope({ heap }: Tally): number {
	const points = heap.slice(heap.length >> 1);
	const middle = (points.length - 1) / 2;
	let above = 0;
	let below = 0;
	for (const [at, bytes] of points.entries()) {
		above += (at - middle) * bytes;
		below += (at - middle) ** 2;
	}
	return below === 0 ? 0 : ((above / below / FILES) * 1000) / MEBIBYTE;
}

function openThings(): number {
	return process.getActiveResourcesInfo().filter((thing) => /^(TCP|Timeout)/.test(thing)).length;
}

async function rest(): Promise<void> {
	await new Promise((rested) => setTimeout(rested, REST_MS));
}
