/** How far back the log reaches: more than a quota grants in a second. */
export const LONGEST_LOG = 1_000;

/** When the last requests went out. */
export class SentLog {
	/** A ring: the place of the next entry moves round. */
	private readonly times: number[] = [];
	private next = 0;

	/** Hands back what corrects the time of this entry, as long as the log still holds it. */
	add(atMs: number): (atMs: number) => void {
		const place = this.next;
		this.times[place] = atMs;
		this.next = (this.next + 1) % LONGEST_LOG;
		return (correctedMs) => {
			if (this.times[place] === atMs) this.times[place] = correctedMs;
		};
	}

	/** @param back 1 for the last request, to LONGEST_LOG; -Infinity if there were not that many. */
	atMs(back: number): number {
		return this.times[(this.next - back + LONGEST_LOG) % LONGEST_LOG] ?? -Infinity;
	}
}
