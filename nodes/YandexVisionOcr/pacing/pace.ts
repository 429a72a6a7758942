/** The service counts its quotas in windows of a second. */
const windowMs = 1_000;
/** No refusal cuts the pace to less than this share of it, so that a stray one costs little. */
const deepestCut = 0.5;
/** Just under what the service accepted: where the true quota lies, without touching it again. */
const justUnder = 0.98;
/** Never slower than this share of the setting: a process must not starve beside greedier ones. */
export const slowest = 0.1;
/** What is regained, as a share of the setting, when it is tried whether there is more … */
const probeShare = 0.01;
/** … after so long, and later where the service asks for a pause after each refusal. */
const probeMs = 3_000;
const probeMsWithPauses = 12_000;
/** How often it doubles on the way there. */
const doublings = 14;

/**
 * Finds the rate that the service really grants where it is lower than the setting, and returns to
 * the setting when it can: where Slots can't, at slow rates, and should not, where each refusal costs a
 * pause. A refusal cuts the rate to what was just accepted; then it rises, at first hardly, later ever
 * faster. The figures are those that did best in simulation (docs/decisions/0010-gap-and-window.md).
 */
export class Pace {
	private basePerSecond = Infinity;
	private cutAtMs = -Infinity;
	private probeMs = probeMs;
	private acceptedAtMs: number[] = [];

	/** Requests per second to keep to now. */
	perSecond(settingPerSecond: number, nowMs: number): number {
		const progress = (nowMs - this.cutAtMs) / this.probeMs;
		const regained = settingPerSecond * probeShare * 2 ** (doublings * (progress - 1));
		return Math.min(settingPerSecond, this.basePerSecond + regained);
	}

	accepted(nowMs: number): void {
		this.acceptedAtMs = [...this.acceptedWithinWindow(nowMs), nowMs];
	}

	/**
	 * Answers whether this refusal cut the rate: those that come within a window of the last cut were
	 * sent at the old rate and tell nothing new.
	 * @param isPaused whether the service asked to send nothing for a while
	 */
	refused(settingPerSecond: number, nowMs: number, isPaused: boolean): boolean {
		if (nowMs < this.cutAtMs + windowMs) return false;
		const current = this.perSecond(settingPerSecond, nowMs);
		const granted = this.acceptedWithinWindow(nowMs).length;
		this.basePerSecond = Math.max(
			slowest * settingPerSecond,
			Math.min(current, Math.max(current * deepestCut, granted * justUnder)),
		);
		this.probeMs = isPaused ? probeMsWithPauses : probeMs;
		this.cutAtMs = nowMs;
		return true;
	}

	private acceptedWithinWindow(nowMs: number): readonly number[] {
		return this.acceptedAtMs.filter((at) => at > nowMs - windowMs);
	}
}
