const WINDOW_MS = 1000;

/**
 * A strict sliding window: of any 1000 ms, no account has more than `perSecond` requests accepted.
 * Refused requests do not count. Below 1 per second the window grows instead.
 */
export class Quota {
	private readonly limit: number;
	private readonly windowMs: number;
	private readonly acceptedAtMs = new Map<string, number[]>();

	constructor(perSecond: number) {
		this.limit = Math.max(1, Math.floor(perSecond));
		this.windowMs = (WINDOW_MS * this.limit) / perSecond;
	}

	/** Whether the account may make this request at `atMs`; if so, it counts. */
	take(account: string, atMs: number): boolean {
		const accepted = this.acceptedAtMs.get(account) ?? [];
		const inWindow = accepted.filter((time) => atMs - time < this.windowMs);
		this.acceptedAtMs.set(account, inWindow);
		if (inWindow.length >= this.limit) return false;
		inWindow.push(atMs);
		return true;
	}
}
