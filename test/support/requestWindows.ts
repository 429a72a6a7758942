/** The most events within any window of a second, which includes its start but not its end. */
export function worstWindow(atMs: readonly number[]): number {
	let worst = 0;
	let first = 0;
	for (const [index, at] of atMs.entries()) {
		while (at - (atMs[first] ?? at) >= 1_000) first += 1;
		worst = Math.max(worst, index - first + 1);
	}
	return worst;
}
