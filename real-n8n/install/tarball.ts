import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { npm } from './npm';

const root = resolve(__dirname, '../..');

/** Packs the package as it would be published. It must have been built. Returns the tarball's path. */
export async function packTarball(): Promise<string> {
	const folder = join(root, 'output', 'tarball');
	await mkdir(folder, { recursive: true });
	const printed = await npm(['pack', '--json', '--pack-destination', folder], { cwd: root });
	const [tarball] = JSON.parse(printed) as readonly [{ readonly filename: string }];
	return join(folder, tarball.filename);
}
