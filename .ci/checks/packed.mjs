import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Packs the package as for publishing, unpacks it, hands it to `use`, and removes both. They lie in
 * the checkout, so that the unpacked package finds n8n-workflow as it does inside n8n.
 */
export async function withPackedPackage(use) {
	mkdirSync(join(root, 'output'), { recursive: true });
	const work = mkdtempSync(join(root, 'output', 'packed-'));
	try {
		return await use(packInto(work));
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

function packInto(work) {
	const pack = ['pack', '--json', '--pack-destination', work];
	const [tarball] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }));
	execFileSync('tar', ['-xzf', join(work, tarball.filename), '-C', work]);
	return {
		folder: join(work, 'package'),
		files: tarball.files.map(({ path }) => path),
		packedBytes: tarball.size,
	};
}
