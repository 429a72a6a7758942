import { backoffMs } from './backoff';
import type { Clock } from './clock';
import { Pace } from './pace';

/** The network delays one request more than the next: 1 % keeps their distance at the service. */
const guard = 1.01;
/** A hint can hold a queue no longer than this; the next refusal brings a fresh one. */
const longestPushBackMs = 15 * 60_000;

/**
 * When the next request may go: a minimum gap after the actual start of the last one, or later if
 * the service asked for it. Token buckets and absolute schedules let more than the quota into some
 * window of a second (docs/decisions/0010-minimum-gap-limiter.md).
 */
export class Cadence {
	private readonly pace = new Pace();
	private lastSentAtMs = -Infinity;
	private lastPerSecond = Infinity;
	private pushedBackUntilMs = -Infinity;
	private refusalsInARow = 0;

	constructor(
		private readonly clock: Clock,
		private readonly random: () => number,
	) {}

	/** @param perSecond the setting of the request that went out just now. */
	sent(perSecond: number): void {
		this.lastSentAtMs = this.clock.now();
		this.lastPerSecond = perSecond;
	}

	/** @param perSecond the strictest setting of those that share the queue. */
	gapMs(perSecond: number): number {
		return (guard * 1_000) / this.pace.perSecond(perSecond, this.clock.now());
	}

	/**
	 * A time on the clock.
	 * @param perSecond the strictest setting of those that wait
	 * @param holdBackMs a gap that something beside the rate asks for
	 */
	nextAtMs(perSecond: number, holdBackMs: number): number {
		const gapMs = this.gapMs(Math.min(perSecond, this.lastPerSecond));
		return Math.max(this.lastSentAtMs + Math.max(gapMs, holdBackMs), this.pushedBackUntilMs);
	}

	pushBack(untilMs: number): void {
		const latestMs = this.clock.now() + longestPushBackMs;
		this.pushedBackUntilMs = Math.max(this.pushedBackUntilMs, Math.min(untilMs, latestMs));
	}

	accepted(): void {
		this.refusalsInARow = 0;
		this.pace.accepted(this.clock.now());
	}

	refused(hintMs?: number): void {
		const nowMs = this.clock.now();
		const isNews = this.pace.refused(this.lastPerSecond, nowMs);
		if (isNews) this.refusalsInARow += 1;
		if (hintMs !== undefined) this.pushBack(nowMs + hintMs);
		else if (isNews) this.pushBack(nowMs + backoffMs(this.refusalsInARow, this.random));
	}
}
