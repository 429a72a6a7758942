/** CPU time of this process: what other programs do meanwhile does not count. */
function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/**
 * How long the work takes at its quickest of ten times, in milliseconds of CPU time; fewer as soon as
 * one is below `enoughMs`. So a pause to collect garbage, or a busy machine, makes nothing slow.
 */
export function quickestMs(enoughMs: number, work: () => unknown): number {
	let quickest = Infinity;
	for (let times = 0; times < 10 && quickest >= enoughMs; times++) {
		const startMs = cpuMs();
		work();
		quickest = Math.min(quickest, cpuMs() - startMs);
	}
	return quickest;
}
