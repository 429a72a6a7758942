import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Breathe } from '../../nodes/YandexVisionOcr/operations/breather';
import { collectGarbage } from '../../test/support/memory';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { answerLines, bodyOf } from '../answer';
import { readItems } from '../reading';
import { median } from '../statistics';
import { clock, createBreather } from '../shipped';

const ROUNDS = 15;

/** P6: how long nothing else can run in n8n while a long answer is read. */
export const eventLoop: Row = {
	title: 'Event loop while 100,000 words are read',
	isQuick: true,
	measure: async (): Promise<readonly Figure[]> => {
		const body = bodyOf(await answerLines(100_000));
		const breathing: Read[] = [];
		const atOnce: Read[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			breathing.push(await read(body, createBreather(clock)));
			atOnce.push(await read(body, async () => undefined));
		}
		const slowdowns = breathing.map(({ totalMs }, at) => totalMs / (atOnce[at]?.totalMs ?? NaN));
		return [
			{
				name: 'P6 longest block of the event loop',
				value: `${compact(median(atOnce.map(({ blockMs }) => blockMs)))} ms without pauses`,
				measured: median(breathing.map(({ blockMs }) => blockMs)),
				unit: 'ms',
				bar: 50,
				reach: 'atMost',
			},
			{
				name: 'P6 price of the pauses',
				value: `${compact(median(breathing.map(({ totalMs }) => totalMs)))} ms in all`,
				measured: median(slowdowns),
				unit: '× without pauses',
				bar: 1.35,
				reach: 'atMost',
			},
		];
	},
};

interface Read {
	readonly totalMs: number;
	readonly blockMs: number;
}

async function read(body: Buffer, breathe: Breathe): Promise<Read> {
	collectGarbage();
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	// Counts from its first tick on.
	await clock.sleep(20);
	delay.reset();
	const startedAtMs = performance.now();
	await readItems(body, breathe);
	const totalMs = performance.now() - startedAtMs;
	await clock.sleep(20);
	delay.disable();
	return { totalMs, blockMs: delay.max / 1e6 };
}
