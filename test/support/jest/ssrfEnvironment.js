const Environment = require('./environment.js');

/**
 * n8n's SSRF protection as an administrator switches it on. The server's own address is let through;
 * the rest of the loopback network is as private as any.
 */
const settings = {
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
};

const ofN8n = /\/node_modules\/(@n8n|n8n-core|n8n-workflow)\//;

/** n8n reads its settings when it is loaded: here it is loaded anew, and so after this test file. */
module.exports = class extends Environment {
	async setup() {
		await super.setup();
		forgetN8n();
		Object.assign(process.env, settings);
	}

	async teardown() {
		forgetN8n();
		await super.teardown();
	}
};

function forgetN8n() {
	for (const file of Object.keys(require.cache)) if (ofN8n.test(file)) delete require.cache[file];
}
