import { readFileSync } from 'node:fs';
import { pngWith } from '../../documents/build';
import { collectGarbage, peakBytes, resetPeak } from '../memory';
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
	/** The most memory so far above the most that peaceful answers needed. */
	readonly growthMebibytes: number;
}

type Effort = Omit<Damage, 'growthMebibytes'>;

const MEBIBYTE = 1024 * 1024;
const picture = pngWith([]);

async function recognizeOnce(account: Account): Promise<unknown> {
	const execution = await recognizeLocally(account, {
		items: [itemWith({ data: ['picture.png', picture] })],
		parameters: { options: { processingMode: 'sync', maxAttempts: 1 } },
		onError: 'continueRegularOutput',
	});
	return errorsOf(execution)[0]?.code;
}

async function ask(account: Account, times: number): Promise<Effort> {
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
	return {
		codes,
		slowestCpuMs: Math.max(...cpuMs),
		quickestMs: Math.min(...wallMs),
	};
}

/** n8n's engine in a process of its own, whose time and memory are nobody else's. */
async function main(): Promise<void> {
	const { peaceful, bombers, times } = JSON.parse(readFileSync(0, 'utf8')) as Bombing;
	await ask(peaceful, 20);
	resetPeak();
	await ask(peaceful, 20);
	const peacefulBytes = peakBytes();
	const damages: Damage[] = [];
	for (const bomber of bombers) {
		const effort = await ask(bomber, times);
		damages.push({ ...effort, growthMebibytes: (peakBytes() - peacefulBytes) / MEBIBYTE });
	}
	process.stdout.write(JSON.stringify(damages));
}

void main();
