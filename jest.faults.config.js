// The long run: every trial and a million cases for each fuzz test. jest's workers inherit these.
process.env.TRIALS ??= 'all';
process.env.FUZZ_CASES ??= '1000000';

/** @type {import('jest').Config} */
module.exports = {
	...require('./jest.config.js'),
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 3_600_000,
};
