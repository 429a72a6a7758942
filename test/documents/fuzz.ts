/**
 * How long the fuzz tests run. FUZZ_CASES=1000000 makes the long run; a failure prints seed and path,
 * and FUZZ_SEED repeats that run.
 */
const cases = Number(process.env['FUZZ_CASES'] ?? 5_000);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

export const fuzzRuns = { numRuns: cases, seed, endOnFailure: true } as const;

/** For one fuzz test: a thousandth of a second a case, and half a minute at least. */
export const fuzzTimeoutMs = Math.max(30_000, cases);
