/** A header as HTTP clients hand it over: once, several times, or not at all. */
export type HeaderValue = string | readonly string[] | undefined;

const wholeSeconds = /^\d{1,15}$/;
/** `Sun, 06 Nov 1994 08:49:37 GMT` and its two older spellings (RFC 9110, section 5.6.7). */
const httpDate = /^[A-Z][a-z]{2,8},? [\w: -]{10,30}$/;

/**
 * How long the service asks to be left alone, from its `Retry-After`: seconds or a date, never
 * negative, the longest if there are several. Undefined where nothing can be understood.
 * @param nowMs milliseconds since 1970
 */
export function retryAfterMs(header: HeaderValue, nowMs: number): number | undefined {
	const values = typeof header === 'string' ? [header] : (header ?? []);
	const hints = values.flatMap((value) => hintMs(value.trim(), nowMs) ?? []);
	return hints.length > 0 ? Math.max(...hints) : undefined;
}

function hintMs(value: string, nowMs: number): number | undefined {
	if (wholeSeconds.test(value)) return Number(value) * 1_000;
	if (!httpDate.test(value)) return undefined;
	const dateMs = Date.parse(value);
	return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
