import { readFileSync } from 'node:fs';

/**
 * Prints `N passed, N failed` from the sum of jest's JSON results and fails if anything failed, or if
 * one of the runs passed nothing. A test file that cannot be loaded has no tests to count: it counts as
 * one that failed.
 */
const runs = process.argv.slice(2).map(tally);
const passed = sum(runs.map((run) => run.passed));
const failed = sum(runs.map((run) => run.failed));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || runs.some((run) => run.passed === 0) ? 1 : 0;

function tally(file) {
	try {
		const results = JSON.parse(readFileSync(file, 'utf8'));
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = results;
		return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
	} catch {
		return { passed: 0, failed: 0 };
	}
}

function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
