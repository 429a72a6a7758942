import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { cached } from '../install/cache';
import { npm } from '../install/npm';
import { withProgress } from '../progress';
import engines from './engines.json';

/** Where jest.config.js looks for the engines, which lie in the cache. */
const links = resolve(__dirname, '../../output/engines');

/** Takes the engines from the cache, or installs them there: a minute and 300 MB each. */
export default async function setup(): Promise<void> {
	await mkdir(links, { recursive: true });
	for (const { n8n, ...dependencies } of engines) {
		const engine = await cached(`engine-${n8n}`, async (folder) => {
			const content = { private: true, dependencies };
			await writeFile(join(folder, 'package.json'), JSON.stringify(content));
			await withProgress(
				`installing the engine of n8n ${n8n} (once; about a minute, 300 MB)`,
				npm(['install', '--ignore-scripts=true', '--no-audit'], { cwd: folder }),
			);
		});
		const link = join(links, n8n);
		await rm(link, { force: true });
		await symlink(engine, link);
	}
}
