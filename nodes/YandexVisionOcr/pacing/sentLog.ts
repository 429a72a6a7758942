/** How far back the log reaches: more than a quota grants in a second. */
export const LONGEST_LOG = 1_000;

/** A request, and when it went out: corrected when that is known better. */
export interface Sent {
	atMs: number;
}

/** When the last requests went out. */
export class SentLog {
	/** A ring: the place of the next entry moves round. */
	private readonly requests: Sent[] = [];
	private next = 0;

	add(request: Sent): void {
		this.requests[this.next] = request;
		this.next = (this.next + 1) % LONGEST_LOG;
	}

	/** @param back 1 for the last request, to LONGEST_LOG; -Infinity if there were not that many. */
	atMs(back: number): number {
		return this.requests[(this.next - back + LONGEST_LOG) % LONGEST_LOG]?.atMs ?? -Infinity;
	}
}
