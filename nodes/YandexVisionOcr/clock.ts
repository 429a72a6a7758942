import * as workflow from 'n8n-workflow';

import type { Clock } from './pacing/clock';

type InterruptibleSleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** The longest wait a timer can hold; one millisecond more would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** What n8n-workflow offers differs by its version. */
const offered: {
	readonly sleep: InterruptibleSleep;
	readonly sleepWithAbort?: InterruptibleSleep;
} = workflow;

/**
 * `sleep(ms, signal)` from 2.34, `sleepWithAbort` from 1.98 to 2.33; before that there is only a
 * `sleep` that knows no signal and lets its timer run out.
 */
const interruptibleSleep = offered.sleepWithAbort ?? offered.sleep;

/**
 * The signal's own reason is what a caller must get, at once, in every band; and 1.98–2.33 leave a
 * listener on the signal they are given. So n8n's timer gets a signal of its own, thrown away with it.
 */
async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
	const wholeMs = Math.ceil(Math.min(Math.max(milliseconds, 0), longestTimerMs));
	if (!signal) return await interruptibleSleep(wholeMs);
	signal.throwIfAborted();
	const timer = new AbortController();
	return await new Promise((resolve, reject) => {
		const interrupt = () => {
			timer.abort();
			reject(signal.reason);
		};
		const wake = () => {
			signal.removeEventListener('abort', interrupt);
			resolve();
		};
		signal.addEventListener('abort', interrupt, { once: true });
		interruptibleSleep(wholeMs, timer.signal).then(wake, wake);
	});
}

/** Milliseconds since 1970 that never step back, as the wall clock does when it is set. */
function now(): number {
	return performance.timeOrigin + performance.now();
}

/** The time of this process. Waits longer than 24 days end after 24 days. */
export const clock: Clock = { now, sleep };
