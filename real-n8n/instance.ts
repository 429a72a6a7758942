import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { run } from './command';
import { cacheFolder } from './install/cache';
import type { Installation } from './install/n8n';
import { npm } from './install/npm';

/** An installed n8n together with its user folder and settings. */
export interface Instance {
	readonly installation: Installation;
	/** n8n's database, its key and the community packages lie in `.n8n` below it. */
	readonly userFolder: string;
	/** All of the process's environment, nothing is inherited. */
	readonly env: Readonly<Record<string, string>>;
}

export type Settings = Readonly<Record<string, string>>;

/** Nothing that calls home, asks questions, or listens on more than this machine. */
const QUIET: Settings = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_LOG_LEVEL: 'warn',
	// No process that waits for JavaScript and Python of Code nodes: nothing here has any.
	N8N_RUNNERS_MODE: 'external',
	N8N_RUNNERS_AUTH_TOKEN: 'unused',
	NO_COLOR: '1',
};

export function instanceIn(
	userFolder: string,
	installation: Installation,
	settings: Settings = {},
): Instance {
	const { PATH = '', LANG = 'C.UTF-8', HOME = userFolder } = process.env;
	const path = [installation.binFolder, PATH].join(delimiter);
	const env = { PATH: path, LANG, HOME, TMPDIR: tmpdir(), N8N_USER_FOLDER: userFolder };
	const compiled = { NODE_COMPILE_CACHE: join(cacheFolder(), 'compiled') };
	return { installation, userFolder, env: { ...env, ...compiled, ...QUIET, ...settings } };
}

export function withSettings(instance: Instance, settings: Settings): Instance {
	return { ...instance, env: { ...instance.env, ...settings } };
}

/** Installs the packed package as n8n installs community nodes: in `nodes` of the user folder. */
export async function installPackage(instance: Instance, tarball: string): Promise<void> {
	const folder = join(instance.userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), '{ "private": true }');
	const { binFolder } = instance.installation;
	await npm(['install', '--legacy-peer-deps', '--ignore-scripts', tarball], {
		cwd: folder,
		binFolder,
	});
}

const COMMAND_TIMEOUT_MS = 5 * 60_000;

/** One of n8n's own commands. Resolves with what it printed, rejects with a CommandError. */
export async function n8nCommand(instance: Instance, ...args: readonly string[]): Promise<string> {
	const { installation, env, userFolder } = instance;
	const file = join(installation.binFolder, 'node');
	const whole = [installation.n8nScript, ...args];
	return await run({ file, args: whole, cwd: userFolder, env, timeoutMs: COMMAND_TIMEOUT_MS });
}
