import fc from 'fast-check';

import { retryAfterMs } from '../../nodes/YandexVisionOcr/pacing/retryAfter';

const nowMs = Date.UTC(2026, 0, 31, 12, 0, 0);

test.each<[string, string | string[] | undefined, number | undefined]>([
	['seconds', '7', 7_000],
	['seconds among blanks', ' 7 ', 7_000],
	['no wait', '0', 0],
	['far more seconds than anyone lives', '1000000000000', 1e15],
	['a date to come', 'Sat, 31 Jan 2026 12:00:30 GMT', 30_000],
	['a date that has passed', 'Sat, 31 Jan 2026 11:59:00 GMT', 0],
	['a date of RFC 850', 'Saturday, 31-Jan-26 12:01:00 GMT', 60_000],
	['several: the longest', ['3', '9', '5'], 9_000],
	['several, one of them garbage', ['soon', '2'], 2_000],
	['negative seconds', '-5', undefined],
	['a number with an exponent', '1e12', undefined],
	['a fraction', '1.5', undefined],
	['garbage', 'soon', undefined],
	['a word that some parsers take for a date', 'in 5', undefined],
	['a date that does not exist', 'Sat, 99 Jan 2026 12:00:30 GMT', undefined],
	['nothing', '', undefined],
	['no header', undefined, undefined],
	['an empty list', [], undefined],
])('%s', (_, header, expected) => {
	expect(retryAfterMs(header, nowMs)).toBe(expected);
});

test('whole seconds mean what they say', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1e9 }), (seconds) => {
			expect(retryAfterMs(String(seconds), nowMs)).toBe(seconds * 1_000);
		}),
		{ numRuns: 3_000 },
	);
});

test('a date means the time until it, never less than nothing', () => {
	fc.assert(
		fc.property(fc.integer({ min: -1e9, max: 1e9 }), (seconds) => {
			const date = new Date(nowMs + seconds * 1_000).toUTCString();
			expect(retryAfterMs(date, nowMs)).toBe(Math.max(0, seconds * 1_000));
		}),
		{ numRuns: 3_000 },
	);
});

test('whatever else a header holds is no hint, or a wait that is not negative', () => {
	const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }));
	fc.assert(
		fc.property(fc.oneof(text, fc.array(text, { maxLength: 4 })), (header) => {
			const hintMs = retryAfterMs(header, nowMs);
			expect(hintMs === undefined || (Number.isFinite(hintMs) && hintMs >= 0)).toBe(true);
		}),
		{ numRuns: 10_000 },
	);
});

test('a hostile header takes no longer to read than its length', () => {
	const hostile = `Sun, ${'0 '.repeat(500_000)}`;
	expect(retryAfterMs(hostile, nowMs)).toBeUndefined();
});
