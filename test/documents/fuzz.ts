import fc from 'fast-check';
import { quickestMs } from '../support/quickestMs';

/**
 * How long the fuzz tests run. FUZZ_CASES=1000000 makes the long run; a failure prints seed and path,
 * and FUZZ_SEED repeats that run.
 */
const { FUZZ_CASES } = process.env;
const cases = Number(FUZZ_CASES ?? 5_000);
/** What reads untrusted input meets more of it. */
const lawCases = Number(FUZZ_CASES ?? 20_000);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

export const fuzzRuns = { numRuns: cases, seed, endOnFailure: true } as const;

/** For one fuzz test: a thousandth of a second a case, and half a minute at least. */
export const fuzzTimeoutMs = Math.max(30_000, cases);

/** No input may hold up n8n for longer. */
const HANG_MS = 50;

/** Tests that a law of a parser holds for every input, and that none takes longer than `limitMs`. */
export function testLaw<Input>(
	name: string,
	inputs: fc.Arbitrary<Input>,
	law: (input: Input) => boolean,
	limitMs = HANG_MS,
): void {
	const watched = (input: Input): boolean => {
		const startMs = performance.now();
		const holds = law(input);
		if (performance.now() - startMs > limitMs) {
			expect(quickestMs(limitMs, () => law(input))).toBeLessThan(limitMs);
		}
		return holds;
	};
	const runs = { ...fuzzRuns, numRuns: lawCases };
	test(name, () => fc.assert(fc.property(inputs, watched), runs), fuzzTimeoutMs);
}

/**
 * What is read of bytes; throws when it depends on what stands around them in memory: zeros, ones, or
 * what is there now, which for a file that was cut is the rest of it. n8n's files are often slices.
 */
export function readInView<Value>(bytes: Buffer, read: (bytes: Buffer) => Value): Value {
	const value = read(bytes);
	const told = JSON.stringify(value);
	for (const filler of [0x00, 0xff]) {
		const pool = Buffer.alloc(bytes.length + 128, filler);
		bytes.copy(pool, 64);
		const other = JSON.stringify(read(pool.subarray(64, 64 + bytes.length)));
		if (other !== told) throw new Error(`${told} among other bytes is ${other}`);
	}
	return value;
}
