import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { serverAccount } from '../account';
import { run } from '../command';
import { freePort } from '../freePort';
import { installProgram } from '../install/program';
import { startLongRunning } from '../longRunning';
import { waitUntil } from '../waitUntil';
import type { Backend } from './redis';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const DATABASE = 'postgres';
const USER = 'n8n';
const STARTING = { what: 'PostgreSQL', timeoutMs: 60_000 };

/** A PostgreSQL with a database of its own, which is gone afterwards. */
export async function startPostgres(): Promise<Backend> {
	const file = await installServer();
	const port = await freePort();
	const account = await serverAccount('postgres');
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	if (account.uid !== undefined) await chown(folder, account.uid, account.gid ?? 0);
	const data = join(folder, 'data');
	const create = ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--no-sync'];
	await run({ file: join(file, '../initdb'), args: create, cwd: folder, ...account });
	const network = ['-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
	const args = ['-D', data, ...network, '-c', 'fsync=off'];
	const server = startLongRunning({ file, args, cwd: folder, ...account });
	const isReady = () => (/ready to accept/.test(server.output()) ? true : undefined);
	await waitUntil(STARTING, isReady);
	return {
		settings: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: DATABASE,
			DB_POSTGRESDB_USER: USER,
		},
		stop: async () => {
			await server.kill();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function installServer(): Promise<string> {
	const program = { name: 'postgres', debianPackage: 'postgresql' };
	return await installProgram({ ...program, folders: await debianFolders() }).catch(
		// It is there now, in a folder that was not.
		async () => await installProgram({ ...program, folders: await debianFolders() }),
	);
}

/** Debian keeps each version in a folder of its own, outside PATH. */
async function debianFolders(): Promise<readonly string[]> {
	try {
		const versions = await readdir(DEBIAN_FOLDER);
		return versions.map((version) => join(DEBIAN_FOLDER, version, 'bin'));
	} catch {
		return [];
	}
}
