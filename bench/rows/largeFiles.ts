import { join } from 'node:path';
import { runInChild } from '../child/runInChild';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { withServer } from '../server/benchServer';

/** What the processes in memory/ are told. */
export interface LargeFiles {
	readonly url: string;
	readonly apiKey: string;
	readonly files: number;
	readonly mebibytes: number;
}

const BAR_MEBIBYTES = 220;

/** P11 and its like for a hundred files: the memory above the engine at rest. */
export const largeFiles: Row = {
	title: 'Memory while files of 10 MiB are recognized',
	isQuick: false,
	measure: async (): Promise<readonly Figure[]> => {
		const burst = await peakOf('burst', 20);
		return [
			figure(
				'P11 20 files of 10 MiB, peak memory',
				`all at once ${compact(burst)} MiB`,
				await peakOf('engine', 20),
			),
			figure(
				'100 files of 10 MiB, binary mode filesystem, peak memory',
				'over the engine at rest',
				await peakOf('engine', 100),
			),
		];
	},
};

function figure(name: string, value: string, mebibytes: number): Figure {
	return { name, value, measured: mebibytes, unit: 'MiB', bar: BAR_MEBIBYTES, reach: 'atMost' };
}

async function peakOf(program: 'engine' | 'burst', files: number): Promise<number> {
	const quotas = { sync: 1000 };
	return await withServer(
		{ quotas: program === 'burst' ? quotas : {} },
		async ({ url, apiKey }) =>
			await runInChild<number>(join(__dirname, `../memory/${program}.ts`), {
				url,
				apiKey,
				files,
				mebibytes: 10,
			} satisfies LargeFiles),
	);
}
