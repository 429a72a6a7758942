import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * n8n-core reads these when it is loaded, and writes its settings and stored files into its user
 * folder: import this file before anything of n8n.
 */
const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_LOG_LEVEL = 'silent';

function removeUserFolder(): void {
	rmSync(userFolder, { recursive: true, force: true });
}

// jest gives a test file a copy of `process` that never emits 'exit'.
if (typeof afterAll === 'function') afterAll(removeUserFolder);
else process.once('exit', removeUserFolder);
