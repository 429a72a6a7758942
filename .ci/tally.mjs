import { readFileSync } from 'node:fs';

/**
 * Prints `N passed, N failed` from jest's JSON results and fails if anything failed or nothing ran. A
 * test file that cannot be loaded has no tests to count: it counts as one that failed.
 */
const { numPassedTests: passed, failed } = tally(process.argv[2]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function tally(file) {
	try {
		const results = JSON.parse(readFileSync(file, 'utf8'));
		return { ...results, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
	} catch {
		return { numPassedTests: 0, failed: 0 };
	}
}
