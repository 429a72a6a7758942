/** The service counts its quotas in windows of a second. */
const windowMs = 1_000;
/** No refusal cuts the pace to less than this share of it, so that a stray one costs little. */
const deepestCut = 0.5;
/** Just under what the service accepted: where the true quota lies, without touching it again. */
const justUnder = 0.98;
/** Never slower than this share of the setting: a process must not starve beside greedier ones. */
const slowest = 0.1;
/** What is regained, as a share of the setting, when it is tried whether there is more … */
const probeShare = 0.025;
/** … which is soon where a refusal costs no pause, and late where it does … */
const soonestProbeMs = 2_500;
const latestProbeMs = 12_000;
const probesPause = 12;
/** … and not before the service took so many requests for each that the setting has in that time. */
const requestsShare = 0.1;
const fewestRequests = 2;
/** How often it doubles on the way there. */
const doublings = 10;

/**
 * Finds the rate that the service really grants where it is lower than the setting, and returns to
 * the setting when it can. A refusal cuts the rate to what was just accepted; then it rises, at first
 * hardly, later ever faster, by the same amount in all processes that share a quota, so that they
 * come to equal parts. The figures are those that did best in simulation, on one process at half its
 * quota and three on one quota.
 */
export class Pace {
	private basePerSecond = Infinity;
	private cutAtMs = -Infinity;
	private probeMs = soonestProbeMs;
	private acceptedSinceCut = 0;
	private acceptedAtMs: number[] = [];

	/** Requests per second to keep to now. */
	perSecond(settingPerSecond: number, nowMs: number): number {
		const requests = (settingPerSecond * requestsShare * this.probeMs) / 1_000;
		const progress = Math.min(
			(nowMs - this.cutAtMs) / this.probeMs,
			this.acceptedSinceCut / Math.max(fewestRequests, requests),
		);
		const regained = settingPerSecond * probeShare * 2 ** (doublings * (progress - 1));
		return Math.min(settingPerSecond, this.basePerSecond + regained);
	}

	accepted(nowMs: number): void {
		this.acceptedSinceCut += 1;
		this.acceptedAtMs = [...this.acceptedAtMs.filter((at) => at > nowMs - windowMs), nowMs];
	}

	/**
	 * Answers whether this refusal cut the rate: those that come within a window of the last cut were
	 * sent at the old rate and tell nothing new.
	 * @param pauseMs for how long the service asks to send nothing
	 */
	refused(settingPerSecond: number, nowMs: number, pauseMs: number): boolean {
		if (nowMs < this.cutAtMs + windowMs) return false;
		const current = this.perSecond(settingPerSecond, nowMs);
		const granted = this.acceptedAtMs.filter((at) => at > nowMs - windowMs).length;
		this.basePerSecond = Math.max(
			slowest * settingPerSecond,
			Math.min(current, Math.max(current * deepestCut, granted * justUnder)),
		);
		this.probeMs = Math.min(Math.max(soonestProbeMs, probesPause * pauseMs), latestProbeMs);
		this.acceptedSinceCut = 0;
		this.cutAtMs = nowMs;
		return true;
	}
}
