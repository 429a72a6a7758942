import { readFileSync } from 'node:fs';
import { pngWith } from '../../documents/build';
import { errorsOf, itemWith, recognizeLocally } from './recognizeLocally';

/** What a test hands over on the standard input, as JSON. */
export interface Bombing {
	/** A server that answers as the service does. */
	readonly peaceful: Account;
	/** Servers whose every answer is a bomb. */
	readonly bombers: readonly Account[];
	/** How often each is asked. */
	readonly times: number;
}

interface Account {
	readonly url: string;
	readonly apiKey: string;
}

/** What one server's answers did to this process. */
export interface Damage {
	readonly codes: readonly unknown[];
	/** CPU time of the slowest run and wall time of the quickest, the whole execution in the engine. */
	readonly slowestCpuMs: number;
	readonly quickestMs: number;
	/** The most memory so far above what the process had at rest. */
	readonly growthMebibytes: number;
}

const MEBIBYTE = 1024 * 1024;
const picture = pngWith([]);

/** What earlier runs left, which this run does not need. */
function collectGarbage(): void {
	if (global.gc === undefined) throw new Error('Start Node.js with --expose-gc');
	global.gc();
}

async function recognizeOnce(account: Account): Promise<unknown> {
	const execution = await recognizeLocally(account, {
		items: [itemWith({ data: ['picture.png', picture] })],
		parameters: { options: { processingMode: 'sync', maxAttempts: 1 } },
		onError: 'continueRegularOutput',
	});
	return errorsOf(execution)[0]?.code;
}

async function bomb(account: Account, times: number, atRestBytes: number): Promise<Damage> {
	const codes: unknown[] = [];
	const cpuMs: number[] = [];
	const wallMs: number[] = [];
	for (let time = 0; time < times; time++) {
		collectGarbage();
		const cpu = process.cpuUsage();
		const startMs = performance.now();
		codes.push(await recognizeOnce(account));
		wallMs.push(performance.now() - startMs);
		const { user, system } = process.cpuUsage(cpu);
		cpuMs.push((user + system) / 1000);
	}
	const peakBytes = process.resourceUsage().maxRSS * 1024;
	return {
		codes,
		slowestCpuMs: Math.max(...cpuMs),
		quickestMs: Math.min(...wallMs),
		growthMebibytes: (peakBytes - atRestBytes) / MEBIBYTE,
	};
}

/** n8n's engine in a process of its own, whose time and memory are nobody else's. */
async function main(): Promise<void> {
	const { peaceful, bombers, times } = JSON.parse(readFileSync(0, 'utf8')) as Bombing;
	for (let time = 0; time < 20; time++) await recognizeOnce(peaceful);
	collectGarbage();
	const atRestBytes = process.memoryUsage.rss();
	const damages: Damage[] = [];
	for (const bomber of bombers) damages.push(await bomb(bomber, times, atRestBytes));
	process.stdout.write(JSON.stringify(damages));
}

void main();
