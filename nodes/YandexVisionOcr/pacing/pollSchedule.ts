const shareOfAge = 0.2;
const shortestMs = 500;
const longestMs = 15_000;

/**
 * How long to wait before asking again about an operation that was submitted `elapsedMs` ago: a fifth
 * of its age, so that short jobs are noticed at once and long ones cost few requests.
 */
export function nextPollDelayMs(elapsedMs: number): number {
	return Math.min(longestMs, Math.max(shortestMs, shareOfAge * elapsedMs));
}
