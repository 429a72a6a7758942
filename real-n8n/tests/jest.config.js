const { testTimeout, ...shared } = require('../../jest.config.js');

/** Each test starts processes of a real n8n, which take seconds and much memory each. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/real-n8n/tests'],
	globalSetup: '<rootDir>/real-n8n/tests/setup.ts',
	globalTeardown: '<rootDir>/real-n8n/tests/teardown.ts',
	maxWorkers: 3,
	testTimeout: 10 * testTimeout,
};
