import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n's own loader class loads every node and credential, with its codex file and its icons. */
export async function loading({ folder }) {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-loading-'));
	process.env.N8N_USER_FOLDER = userFolder;
	process.env.N8N_LOG_LEVEL = 'silent';
	try {
		const { PackageDirectoryLoader } = await import('n8n-core');
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
		return described(loader, folder);
	} finally {
		rmSync(userFolder, { recursive: true, force: true });
	}
}

function described({ packageName, types }, folder) {
	const { nodes, credentials } = types;
	if (nodes.length === 0 || credentials.length === 0) throw new Error('Nothing was loaded');
	for (const { name, codex } of nodes) {
		if (codex === undefined) throw new Error(`${name} has no codex file`);
	}
	for (const { name, iconUrl } of [...nodes, ...credentials]) {
		const urls = typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {});
		if (urls.length === 0) throw new Error(`${name} has no icon`);
		const missing = urls.filter((url) => !existsSync(url.replace(`icons/${packageName}`, folder)));
		if (missing.length > 0) throw new Error(`${name} lacks its icon ${missing.join(', ')}`);
	}
	return [...nodes, ...credentials].map(({ name }) => name).join(', ');
}
