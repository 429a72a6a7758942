import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds since 1970 with fractions, from a clock that is not set back while we run. */
export function nowMs(): number {
	return performance.timeOrigin + performance.now();
}

/** Waits; ends early, without an error, when `stopping` aborts. */
export async function wait(milliseconds: number, stopping: AbortSignal): Promise<void> {
	await sleep(milliseconds, undefined, { signal: stopping }).catch(() => undefined);
}
