import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../command';
import { withProgress } from '../progress';
import { N8N_OVERRIDES, N8N_VERSION, NODE_VERSION } from '../versions';
import { cached, cacheFolder } from './cache';
import { npm } from './npm';
import { installProgram } from './program';

/** What compiles n8n's SQLite. */
const COMPILING = ['python3', 'make', 'g++'] as const;

/** A real n8n and the Node.js that runs it. */
export interface Installation {
	/** The folder with `node` in it. */
	readonly binFolder: string;
	readonly n8nScript: string;
}

/**
 * Takes n8n from the cache, or installs it there: some ten minutes, and 3 GB. Rejects with a
 * CommandError that holds the end of what npm said.
 */
export async function installN8n(): Promise<Installation> {
	const node = await cached(`node-${NODE_VERSION}`, installNode);
	const binFolder = join(node, 'node_modules', '.bin');
	const n8n = await cached(`n8n-${N8N_VERSION}`, (folder) => installInto(folder, binFolder));
	return { binFolder, n8nScript: join(n8n, 'node_modules', 'n8n', 'bin', 'n8n') };
}

async function installNode(folder: string): Promise<void> {
	await writePackage(folder, { dependencies: { node: NODE_VERSION } });
	await withProgress(
		`installing Node.js ${NODE_VERSION} into ${cacheFolder()} (once; some seconds)`,
		// The binary comes by a script of the package: without it there is none.
		npm(['install', '--ignore-scripts=false'], { cwd: folder }),
	);
	await run({ file: join(folder, 'node_modules', '.bin', 'node'), args: ['--version'] });
}

async function installInto(folder: string, binFolder: string): Promise<void> {
	await writePackage(folder, { dependencies: { n8n: N8N_VERSION }, overrides: N8N_OVERRIDES });
	const there = { cwd: folder, binFolder };
	await withProgress(
		`installing n8n ${N8N_VERSION} (once; about 5 minutes, 3 GB)`,
		npm(['install', '--ignore-scripts=true'], there),
	);
	for (const name of COMPILING) await installProgram({ name, debianPackage: name });
	await withProgress(
		'building its SQLite (once; about 2 minutes)',
		npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], there),
	);
	const load = "require('sqlite3')";
	await run({ file: join(binFolder, 'node'), args: ['--eval', load], cwd: folder });
}

async function writePackage(folder: string, content: object): Promise<void> {
	await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, ...content }));
}
