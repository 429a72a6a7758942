import { backoffMs } from './backoff';
import type { Clock } from './clock';
import { Pace, slowest } from './pace';
import { LONGEST_LOG, SentLog, type Sent } from './sentLog';
import { Slots } from './slots';

/** The network delays one request more than the next: 1 % keeps their distance at the service. */
const guard = 1.01;
/** Of many requests in a window, one was later than was seen: half a percent more. */
const windowGuard = 1.005;
/** While a late timer is made up for, no two requests come closer than this share of the gap. */
const closest = 0.75;
/** Later than this was no late timer: nobody waited, or the process stood still. */
const longestDelayMs = 100;
/** A request leaves the process in the turns of the event loop that follow … */
const turnsToGoOut = 4;
/** … in less than this where nothing else keeps it busy. */
const ordinaryWayOutMs = 2;
/** A hint can hold a queue no longer than this; the next refusal brings a fresh one. */
const longestPushBackMs = 15 * 60_000;
/** Slower than this, the moments of a process's own are too few to keep to. */
const fewestForSlots = 2;
/** After so many in a row the quota is not shared, but used up: for the day, say. */
const manyRefusals = 10;

/**
 * When the next request may go: a gap after the time of the last one, or later if the service asked
 * for it. What a late timer costs is made up for, but never so that more than the quota falls into
 * a second of actual starts (docs/decisions/0010-gap-and-window.md).
 */
export class Cadence {
	private readonly pace = new Pace();
	private readonly slots: Slots;
	private readonly log = new SentLog();
	/** When the last request should have gone: what is late counts from here. */
	private dueAtMs = -Infinity;
	private lastSentAtMs = -Infinity;
	private lastPerSecond = Infinity;
	private pushedBackUntilMs = -Infinity;
	private refusalsInARow = 0;

	constructor(
		private readonly clock: Clock,
		private readonly random: () => number,
	) {
		this.slots = new Slots(random);
	}

	/** @param perSecond the setting of the request that went out just now. */
	sent(perSecond: number): Sent {
		const nowMs = this.clock.now();
		const strictest = Math.min(perSecond, this.lastPerSecond);
		const rate = this.rate(strictest);
		const dueAtMs = this.dueAtMs + gapOf(rate);
		const isLate = dueAtMs < nowMs && nowMs <= dueAtMs + longestDelayMs;
		// A rate that was found by refusals may be the true quota: nothing is made up for there.
		const isFull = rate >= strictest;
		this.dueAtMs = isLate && isFull ? dueAtMs : nowMs;
		this.lastSentAtMs = nowMs;
		this.lastPerSecond = perSecond;
		const request = { atMs: nowMs };
		this.log.add(request);
		this.slots.sent(request, strictest);
		void this.followOut(request);
		return request;
	}

	/** @param perSecond the strictest setting of those that share the queue. */
	gapMs(perSecond: number): number {
		return Math.max(gapOf(this.rate(perSecond)), this.slots.gapMs(this.clock.now()));
	}

	/**
	 * A time on the clock.
	 * @param perSecond the strictest setting of those that wait
	 * @param holdBackMs a gap that something beside the rate asks for
	 */
	nextAtMs(perSecond: number, holdBackMs: number): number {
		const rate = this.rate(Math.min(perSecond, this.lastPerSecond));
		const gapMs = gapOf(rate);
		const perWindow = Math.min(Math.ceil(rate), LONGEST_LOG);
		return Math.max(
			this.dueAtMs + gapMs,
			this.lastSentAtMs + Math.max(closest * gapMs, holdBackMs),
			this.log.atMs(perWindow) + (perWindow === 1 ? gapMs : perWindow * gapMs * windowGuard),
			this.slots.nextAtMs(this.clock.now()),
			this.pushedBackUntilMs,
		);
	}

	pushBack(untilMs: number): void {
		const latestMs = this.clock.now() + longestPushBackMs;
		this.pushedBackUntilMs = Math.max(this.pushedBackUntilMs, Math.min(untilMs, latestMs));
	}

	accepted(): void {
		this.refusalsInARow = 0;
		this.pace.accepted(this.clock.now());
	}

	/** @param hintMs for how long the service asks to send nothing; 0 if it does not */
	refused(request: Sent, hintMs: number): void {
		const nowMs = this.clock.now();
		const perSecond = this.lastPerSecond;
		const hasSlots = perSecond >= fewestForSlots;
		let isNews = hasSlots && this.slots.refused(request, perSecond, nowMs);
		// A hint makes each refusal cost a pause: then it is better to stay well below than to try.
		if (!hasSlots || hintMs > 0) isNews = this.pace.refused(perSecond, nowMs, hintMs > 0);
		if (isNews) this.refusalsInARow += 1;
		if (hintMs > 0) this.pushBack(nowMs + hintMs);
		// A single one is answered by the slots or the pace: a pause would leave the quota unused.
		else if (isNews && this.refusalsInARow > 1) this.pushBack(nowMs + this.pauseMs());
	}

	/** Not slower than others that share the quota, unless nothing gets through for long. */
	private pauseMs(): number {
		const isShut = this.refusalsInARow > manyRefusals;
		const longestMs = isShut ? Infinity : 1_000 / (slowest * this.lastPerSecond);
		return backoffMs(this.refusalsInARow - 1, this.random, longestMs);
	}

	/**
	 * A process that is busy, as with the reading of all files at the start of a batch, sends a request
	 * later than it believes: the next ones must not come too close to it at the service.
	 */
	private async followOut(request: Sent): Promise<void> {
		for (let turn = 0; turn < turnsToGoOut; turn++) await this.clock.sleep(0);
		request.atMs = Math.max(request.atMs, this.clock.now() - ordinaryWayOutMs);
	}

	private rate(perSecond: number): number {
		return this.pace.perSecond(perSecond, this.clock.now());
	}
}

/** Milliseconds between two requests at so many a second. */
function gapOf(perSecond: number): number {
	return (guard * 1_000) / perSecond;
}
