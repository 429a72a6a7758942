const { availableParallelism } = require('node:os');

/** Loaded once by each of jest's workers, not anew for each test file: n8n's engine takes seconds. */
const loadedOnce = '/node_modules/(@n8n|n8n-core|n8n-workflow|fastify)/';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/support/jest/environment.js',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	// Minutes of real time: only in the long run (jest.faults.config.js).
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/faults/long/'],
	transform: {
		[`${loadedOnce}.*\\.js$`]: '<rootDir>/test/support/jest/loadedOnce.js',
		'^.+\\.[jt]s$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// jose is published as ES modules only.
	transformIgnorePatterns: [
		'/node_modules/(?!(jose|@n8n|n8n-core|n8n-workflow|fastify)/)',
		'<rootDir>/dist/',
	],
	testTimeout: 30_000,
	// On two cores a third of the time would go by waiting for sockets and clocks.
	maxWorkers: Math.max(4, availableParallelism()),
};
