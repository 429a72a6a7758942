import { collectGarbage } from '../test/support/memory';

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Milliseconds of each round, by the name of what was done. */
export type Times<Way extends string> = Readonly<Record<Way, readonly number[]>>;

const WARM_UP_ROUNDS = 3;

/** Does the same in several ways, in turn: what slows the machine down meanwhile slows all of them. */
export async function timeInTurn<Way extends string>(
	ways: Readonly<Record<Way, () => unknown>>,
	rounds = 15,
): Promise<Times<Way>> {
	const names = Object.keys(ways) as Way[];
	const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
		Way,
		number[]
	>;
	for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
		for (const name of names) {
			collectGarbage();
			const startedAtMs = performance.now();
			await ways[name]();
			if (round >= 0) times[name].push(performance.now() - startedAtMs);
		}
	}
	return times;
}

/** The median of the rounds' own ratios. */
export function ratioOf<Way extends string>(times: Times<Way>, way: Way, baseline: Way): number {
	return median(times[way].map((time, round) => time / (times[baseline][round] ?? Number.NaN)));
}
