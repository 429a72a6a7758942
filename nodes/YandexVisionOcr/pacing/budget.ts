const capacity = 500;
const probeIntervalMs = 5_000;

/** What a failure takes out of the budget. Capacity and costs are those of smithy's 2026 standard. */
export const retryCost = { failure: 14, overQuota: 5 } as const;

/**
 * Keeps an outage cheap: failures spend it, successes refill it, and while it is empty its queues
 * send one probe every 5 s. The first success shows that the outage is over and fills it whole.
 */
export class RetryBudget {
	private tokens = capacity;
	private isEmpty = false;

	/** @param onRefill called when an empty budget is full again. */
	constructor(private readonly onRefill: () => void = () => undefined) {}

	/** The gap to keep between requests beside that of their rate. */
	holdBackMs(): number {
		return this.isEmpty ? probeIntervalMs : 0;
	}

	/** Answers what was spent: nothing if there was not enough. */
	spend(cost: number): number {
		this.isEmpty ||= this.tokens < cost;
		if (this.isEmpty) return 0;
		this.tokens -= cost;
		return cost;
	}

	/** @param lastCost what the failure before this success took; 0 if it came at the first try. */
	succeeded(lastCost: number): void {
		if (this.isEmpty) this.refill();
		else this.tokens = Math.min(capacity, this.tokens + (lastCost || 1));
	}

	private refill(): void {
		this.isEmpty = false;
		this.tokens = capacity;
		this.onRefill();
	}
}
