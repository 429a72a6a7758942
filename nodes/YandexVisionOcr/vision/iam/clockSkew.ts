/** A smaller difference is the network's, and no service refuses a token for it. */
const MIN_SKEW_MS = 60_000;

/**
 * How this machine's clock differs from the service's, in words, when that can be why a freshly
 * signed token was refused: "7 minutes ahead of the service's".
 *
 * @param dateHeader the answer's `Date`
 * @param nowMs this machine's time when the answer came
 */
export function clockSkew(dateHeader: unknown, nowMs: number): string | undefined {
	const serverMs = typeof dateHeader === 'string' ? Date.parse(dateHeader) : Number.NaN;
	const aheadMs = nowMs - serverMs;
	if (!(Math.abs(aheadMs) >= MIN_SKEW_MS)) return undefined;
	const direction = aheadMs > 0 ? 'ahead of' : 'behind';
	return `${duration(Math.abs(aheadMs))} ${direction} the service's`;
}

function duration(milliseconds: number): string {
	const minutes = Math.round(milliseconds / 60_000);
	if (minutes < 120) return count(minutes, 'minute');
	const hours = Math.round(minutes / 60);
	return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day');
}

function count(amount: number, unit: string): string {
	return `${amount.toString()} ${unit}${amount === 1 ? '' : 's'}`;
}
