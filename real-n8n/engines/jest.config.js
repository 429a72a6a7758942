const { resolve } = require('node:path');
const engines = require('./engines.json');
const { testTimeout, maxWorkers, ...shared } = require('../../jest.config.js');

const rootDir = resolve(__dirname, '../..');

/**
 * What depends on n8n's version: the package loads, recognizes in each operation and binary mode,
 * stops at once, keeps to its time limits, lets no secret out.
 */
const tests = [
	'executions/{attachments,exampleWorkflow,oneFileFails,submitGetResult}',
	'{executions,faults}/stop',
	'executions/silence',
	'faults/timeLimits',
	'executions/secretHygiene',
];

/**
 * The tests run in each of the engines that setup.ts installs, n8n's modules being that engine's. The
 * newest engine is this repository's own: `npm test`.
 */
module.exports = {
	// The engine of n8n 1 holds a timer for SSH clients, for as long as its process lives.
	forceExit: true,
	globalSetup: '<rootDir>/real-n8n/engines/setup.ts',
	rootDir,
	testTimeout,
	maxWorkers,
	projects: engines.map(({ n8n }) => ({
		...shared,
		displayName: `n8n ${n8n}`,
		rootDir,
		testMatch: tests.map((test) => `<rootDir>/test/${test}.test.ts`),
		moduleNameMapper: {
			'^(n8n-core|n8n-workflow|@n8n/di)$': `<rootDir>/output/engines/${n8n}/node_modules/$1`,
		},
	})),
};
