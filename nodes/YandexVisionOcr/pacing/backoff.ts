const baseMs = 1_000;
const capMs = 20_000;

/** The longest a wait after the `failures`-th failure in a row can be; doubles from 1 s to 20 s. */
export function backoffCapMs(failures: number): number {
	return Math.min(capMs, baseMs * 2 ** Math.max(0, failures - 1));
}

/**
 * Full jitter: anything from nothing to the cap, so that clients refused together do not come back
 * together. `failures` counts from 1; `random` gives 0 ≤ x < 1; the cap is `longestMs` at most.
 */
export function backoffMs(failures: number, random: () => number, longestMs = Infinity): number {
	return random() * Math.min(backoffCapMs(failures), longestMs);
}
