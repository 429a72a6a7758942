import { join } from 'node:path';
import { runInChild } from '../child/runInChild';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { MEBIBYTE } from '../files';
import { median } from '../statistics';

const ROUNDS = 3;
const path = join(__dirname, '../memory/requestBody.ts');

/** P2: the memory that building the body takes, against the body itself. */
export const requestBodyMemory: Row = {
	title: 'Memory while the body is built',
	isQuick: true,
	measure: async (): Promise<readonly Figure[]> => {
		const growth = async (isNaive: boolean): Promise<number> => {
			const seen: number[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				seen.push(await runInChild<number>(path, { bytes: 10 * MEBIBYTE, isNaive }));
			}
			return median(seen);
		};
		const naive = await growth(true);
		return [
			{
				name: 'P2 body of 10 MiB, peak memory',
				value: `the naive way ${compact(naive)} ×`,
				measured: await growth(false),
				unit: '× the body',
				bar: 1.5,
				reach: 'atMost',
			},
		];
	},
};
