import type { Sent } from './sentLog';

/** The service counts its quotas in windows of a second; 2 % more for what the network delays. */
const windowMs = 1_020;
/** One more is tried after so long near the setting, and the sooner the fewer there are … */
const probeMsAtSetting = 8_000;
const soonestProbeMs = 1_000;
/** … at most this share sooner or later, so that processes refused together do not try together. */
const probeSpread = 0.25;
/** After one that was not refused, the next is tried so soon. */
const nextProbeMs = 150;

/**
 * How many requests the service takes from this process in a second, where that is fewer than the
 * setting. What it took leaves room again a second later, for whoever asks first: so the next request
 * goes just then. Processes that share a quota hardly meet, as each keeps to the moments that are
 * its own; and what one of them tries beyond its own is refused to itself, not to the others.
 */
export class Slots {
	/** Infinity: no fewer than the setting. */
	private count = Infinity;
	/** What was sent within the window and not refused, the oldest first. */
	private taken: readonly Sent[] = [];
	private probeAtMs = Infinity;

	/** @param random 0 ≤ x < 1 */
	constructor(private readonly random: () => number) {}

	/** Milliseconds between two requests in the mean; 0 at the setting. */
	get gapMs(): number {
		return windowMs / this.count;
	}

	/** When the next request may go, a time on the clock. */
	nextAtMs(nowMs: number): number {
		if (this.count === Infinity) return -Infinity;
		const taken = this.takenAt(nowMs);
		const leaving = taken[taken.length - this.count];
		return leaving ? Math.min(leaving.atMs + windowMs, this.probeAtMs) : -Infinity;
	}

	sent(request: Sent, settingPerSecond: number): void {
		this.taken = [...this.takenAt(request.atMs), request];
		if (this.taken.length <= this.count) return;
		// One more was tried: it counts until it is refused.
		this.count += 1;
		this.probeAtMs = request.atMs + nextProbeMs;
		if (this.count >= settingPerSecond) this.count = Infinity;
	}

	/** Answers whether the service took nothing at all within the window. */
	refused(request: Sent, settingPerSecond: number, nowMs: number): boolean {
		this.taken = this.takenAt(nowMs).filter((other) => other !== request);
		const left = this.count === Infinity ? this.taken.length : this.count - 1;
		this.count = Math.max(1, left);
		const probeMs = (probeMsAtSetting * this.count) / settingPerSecond;
		const spread = 1 + probeSpread * (2 * this.random() - 1);
		this.probeAtMs = nowMs + Math.max(soonestProbeMs, probeMs) * spread;
		return this.taken.length === 0;
	}

	private takenAt(nowMs: number): readonly Sent[] {
		return this.taken.filter(({ atMs }) => atMs > nowMs - windowMs);
	}
}
