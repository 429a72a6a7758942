const { testTimeout, ...shared } = require('../../jest.config.js');

/** Each test starts processes of a real n8n, which take some seconds each, and much memory: two at once. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/real-n8n/tests'],
	globalSetup: '<rootDir>/real-n8n/tests/setup.ts',
	globalTeardown: '<rootDir>/real-n8n/tests/teardown.ts',
	maxWorkers: 2,
	testTimeout: 10 * testTimeout,
};
