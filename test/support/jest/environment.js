const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { isNativeError } = require('node:util').types;
const { TestEnvironment } = require('jest-environment-node');

/**
 * Node.js for one test file, with `requireOnce` for what is loaded once for all test files of a
 * worker: n8n's engine, which takes seconds. It sees the worker's own process and console, so each
 * test file's settings are the worker's, and its console and warnings go where the tests look.
 */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.global.requireOnce = (file) => require(file);
		recognizeErrorsOfTheWorker(this.global.Error);
	}

	async setup() {
		await super.setup();
		this.userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
		this.workersEnv = process.env;
		process.env = { ...process.env, N8N_USER_FOLDER: this.userFolder, N8N_LOG_LEVEL: 'silent' };
		this.global.process.env = process.env;
		this.noteWarning = (warning) => this.global.process.emit('warning', warning);
		process.on('warning', this.noteWarning);
		this.workersConsole = globalThis.console;
		globalThis.console = this.global.console;
	}

	async teardown() {
		globalThis.console = this.workersConsole;
		process.env = this.workersEnv;
		process.off('warning', this.noteWarning);
		rmSync(this.userFolder, { recursive: true, force: true });
		await super.teardown();
	}
};

/** `instanceof Error` must hold for what n8n throws, too, which has the Error of the worker. */
function recognizeErrorsOfTheWorker(TestError) {
	const isInstance = Function.prototype[Symbol.hasInstance];
	Object.defineProperty(TestError, Symbol.hasInstance, {
		value(thing) {
			return this === TestError ? isNativeError(thing) : isInstance.call(this, thing);
		},
	});
}
