/** The service counts its quotas in windows of a second. */
const windowMs = 1_000;
/** No refusal slows the pace by more than this, so that a stray one costs little. */
const deepestCut = 0.7;
/** Just under what the service accepted: where the true quota lies, without touching it again. */
const justUnder = 0.95;
/** A step back up, as a share of the setting: the same for all processes that share a quota. */
const stepShare = 0.03;
/** The first step takes this long and this many requests; after twice as long it is eight steps. */
const stepMs = 12_000;
const stepRequests = 20;

/**
 * Finds the rate that the service really grants where it is lower than the setting, and returns to
 * the setting when it can. A refusal cuts the rate to what was just accepted; then it rises, slowly
 * near the rate that was refused and ever faster beyond it.
 */
export class Pace {
	private basePerSecond = Infinity;
	private cutAtMs = -Infinity;
	private acceptedSinceCut = 0;
	private acceptedAtMs: number[] = [];

	/** Requests per second to keep to now. */
	perSecond(settingPerSecond: number, nowMs: number): number {
		const steps = Math.min((nowMs - this.cutAtMs) / stepMs, this.acceptedSinceCut / stepRequests);
		const regained = settingPerSecond * stepShare * steps ** 3;
		return Math.min(settingPerSecond, this.basePerSecond + regained);
	}

	accepted(nowMs: number): void {
		this.acceptedSinceCut += 1;
		this.acceptedAtMs = [...this.acceptedAtMs.filter((at) => at > nowMs - windowMs), nowMs];
	}

	/**
	 * Answers whether this refusal cut the rate: those that come within a window of the last cut were
	 * sent at the old rate and tell nothing new.
	 */
	refused(settingPerSecond: number, nowMs: number): boolean {
		if (nowMs < this.cutAtMs + windowMs) return false;
		const current = this.perSecond(settingPerSecond, nowMs);
		const granted = this.acceptedAtMs.filter((at) => at > nowMs - windowMs).length;
		this.basePerSecond = Math.min(
			current * justUnder,
			Math.max(current * deepestCut, granted * justUnder),
		);
		this.acceptedSinceCut = 0;
		this.cutAtMs = nowMs;
		return true;
	}
}
