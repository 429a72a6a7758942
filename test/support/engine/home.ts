import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * n8n-core reads these when it is loaded, and writes its settings and stored files into its user
 * folder: import this file before anything of n8n. jest's environment does the same for each test file.
 */
if (typeof jest === 'undefined') {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	process.env.N8N_USER_FOLDER = userFolder;
	process.env.N8N_LOG_LEVEL = 'silent';
	process.once('exit', () => rmSync(userFolder, { recursive: true, force: true }));
}
