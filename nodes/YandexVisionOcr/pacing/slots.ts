import type { Sent } from './sentLog';

/** The service counts its quotas in windows of a second; 2 % more for what the network delays. */
const windowMs = 1_020;
/** One more is tried after so long near the setting, and the sooner the fewer there are … */
const probeMsAtSetting = 8_000;
const soonestProbeMs = 1_000;
/** … at most this share sooner or later, so that processes refused together do not try together. */
const probeSpread = 0.25;
/** The next one is tried so soon, or after 1.5 times what the last refusal took to come … */
const soonestNextProbeMs = 150;
const refusalsToCome = 1.5;
/** … unless that is longer than this. */
const latestNextProbeMs = 500;

/**
 * How many requests the service takes from this process in a second, where that is fewer than the
 * setting. What it took leaves room again a second later, for whoever asks first: so the next request
 * goes just then. Processes that share a quota seldom meet, as each keeps to the moments that are
 * its own; and what one of them tries beyond its own is mostly refused to itself. Where it is not, it
 * takes a moment from another: so their parts even out.
 */
export class Slots {
	/** Infinity: no fewer than the setting. */
	private count = Infinity;
	/** What was sent within the window and not refused, the oldest first. */
	private taken: readonly Sent[] = [];
	private probeAtMs = Infinity;
	private nextProbeMs = soonestNextProbeMs;

	/** @param random 0 ≤ x < 1 */
	constructor(private readonly random: () => number) {}

	/** Milliseconds between two requests in the mean; 0 where the setting alone decides. */
	gapMs(nowMs: number): number {
		// Where nothing was sent for long, nobody knows how many there are now: more will soon be tried.
		const isOutdated = nowMs >= this.probeAtMs && this.takenAt(nowMs).length === 0;
		return isOutdated ? 0 : windowMs / this.count;
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
		// One more is tried: it counts unless it is refused.
		this.count += 1;
		this.probeAtMs = request.atMs + this.nextProbeMs;
		if (this.count >= settingPerSecond) this.count = Infinity;
	}

	/** Answers whether nothing that was sent within the window was taken. */
	refused(request: Sent, settingPerSecond: number, nowMs: number): boolean {
		this.taken = this.takenAt(nowMs).filter((other) => other !== request);
		const isFirst = this.count === Infinity;
		const most = Math.min(this.count, Math.ceil(settingPerSecond)) - 1;
		this.count = Math.max(1, isFirst ? this.taken.length : most);
		const refusalMs = refusalsToCome * (nowMs - request.atMs);
		this.nextProbeMs = Math.min(latestNextProbeMs, Math.max(soonestNextProbeMs, refusalMs));
		// One that came early by chance: the quota is what was believed.
		const isStray = isFirst && this.count > settingPerSecond / 2;
		const probeMs = isStray ? 0 : (probeMsAtSetting * this.count) / settingPerSecond;
		const spread = 1 + probeSpread * (2 * this.random() - 1);
		this.probeAtMs = nowMs + Math.max(soonestProbeMs, probeMs) * spread;
		return this.taken.length === 0;
	}

	private takenAt(nowMs: number): readonly Sent[] {
		return this.taken.filter(({ atMs }) => atMs > nowMs - windowMs);
	}
}
