import { backoffCapMs, backoffMs } from '../../nodes/YandexVisionOcr/pacing/backoff';
import { seededRandom } from '../support/seededRandom';

test.each([
	[1, 1_000],
	[2, 2_000],
	[3, 4_000],
	[5, 16_000],
	[6, 20_000],
	[1_000, 20_000],
])('after %d failures in a row waits for up to %d ms', (failures, capMs) => {
	expect(backoffCapMs(failures)).toBe(capMs);
	expect(backoffMs(failures, () => 0)).toBe(0);
	expect(backoffMs(failures, () => 1 - Number.EPSILON)).toBeCloseTo(capMs, 6);
});

/**
 * The largest distance between the observed and the uniform distribution, scaled so that 1.63 is
 * passed by one sample in a hundred (Kolmogorov-Smirnov, p = 0.01).
 */
function kolmogorovSmirnov(sample: readonly number[]): number {
	const sorted = [...sample].sort((a, b) => a - b);
	const distances = sorted.map((value, index) =>
		Math.max(value - index / sorted.length, (index + 1) / sorted.length - value),
	);
	return Math.max(...distances) * Math.sqrt(sorted.length);
}

test.each([1, 2, 3, 4, 5, 6])(
	'is spread evenly over its whole range after %d failures',
	(failures) => {
		const random = seededRandom(failures);
		const sample = Array.from(
			{ length: 10_000 },
			() => backoffMs(failures, random) / backoffCapMs(failures),
		);
		expect(kolmogorovSmirnov(sample)).toBeLessThan(1.63);
	},
);
