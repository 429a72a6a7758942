import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { importWorkflows } from '../content';
import { installN8n } from '../install/n8n';
import { packTarball } from '../install/tarball';
import { installPackage, instanceIn } from '../instance';
import { progress } from '../progress';
import { TEMPLATE_VARIABLE } from './freshInstance';

/**
 * Installs n8n, and makes the user folder that each test copies: the package of this build installed
 * in it, and the database with all its tables.
 */
export default async function setup(): Promise<void> {
	const installation = await installN8n();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-template-'));
	process.env[TEMPLATE_VARIABLE] = folder;
	progress('making a user folder with the packed package and an empty database');
	const template = instanceIn(folder, installation);
	await installPackage(template, await packTarball());
	await importWorkflows(template, [
		{ id: 'makesTheTables', name: 'Makes the tables', nodes: [], connections: {} },
	]);
}
