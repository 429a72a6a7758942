import { startDeadline, unlimited } from '../../nodes/YandexVisionOcr/pacing/deadline';
import { runWithRetry, type Ending } from '../../nodes/YandexVisionOcr/pacing/retry';
import { PacingRegistry } from '../../nodes/YandexVisionOcr/pacing/shared';
import type { ServiceModel } from './serviceModel';
import type { VirtualClock } from './virtualClock';

export interface RunSettings {
	readonly clock: VirtualClock;
	readonly random: () => number;
	readonly perSecond: number;
	readonly retryWhenUnsure?: boolean;
	/** Per file. */
	readonly maxWaitMs?: number;
	readonly cancel?: AbortSignal;
	readonly registry?: PacingRegistry;
}

/** One execution that sends these files at once, with the defaults of the node's options. */
export async function runFiles(
	files: readonly number[],
	service: ServiceModel,
	{ clock, random, perSecond, cancel, ...settings }: RunSettings,
): Promise<readonly Ending<number, string>[]> {
	const lease = (settings.registry ?? new PacingRegistry()).lease('account', { clock, random });
	const { budget, outage: outages, submit } = lease.pacing;
	const shared = submit.lane(perSecond);
	const outage = outages.watch(120_000);
	const whole = unlimited(cancel);
	const endings = files.map(async (file) => {
		const lane = shared.own();
		const deadline = startDeadline(clock, settings.maxWaitMs ?? 600_000, whole);
		const { retryWhenUnsure = true } = settings;
		const policy = {
			clock,
			random,
			deadline,
			lane,
			budget,
			outage,
			maxAttempts: 3,
			retryWhenUnsure,
		};
		const ending = await runWithRetry<number, string>(
			async (waitSignal) => await lane.send(async () => await service.send(file), waitSignal),
			policy,
		);
		deadline.dispose();
		return ending;
	});
	const ended = await Promise.all(endings);
	whole.dispose();
	outage.dispose();
	lease.release();
	return ended;
}

/** How many ended how. */
export function tallyOf(endings: readonly Ending<number, string>[]): Record<string, number> {
	const tally: Record<string, number> = {};
	for (const ending of endings) {
		const how = ending.ok ? 'done' : ending.why;
		tally[how] = (tally[how] ?? 0) + 1;
	}
	return tally;
}

export function fileNumbers(count: number, first = 0): readonly number[] {
	return Array.from({ length: count }, (_, index) => first + index);
}
