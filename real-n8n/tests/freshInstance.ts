import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { installN8n } from '../install/n8n';
import { type Instance, instanceIn, type Settings } from '../instance';

/** Holds the path of the user folder that is copied for each test file. */
export const TEMPLATE_VARIABLE = 'REAL_N8N_TEMPLATE';

/** This repository: workflows of tests read its pictures. */
export const root = resolve(__dirname, '../..');

export interface FreshInstance extends Instance {
	remove(): Promise<void>;
}

/** An n8n with the package installed, no workflows and no credentials. */
export async function freshInstance(settings: Settings = {}): Promise<FreshInstance> {
	const template = process.env[TEMPLATE_VARIABLE];
	if (template === undefined) throw new Error('Run these tests with `npm run test:n8n`');
	const folder = await mkdtemp(join(tmpdir(), 'n8n-test-'));
	await cp(template, folder, { recursive: true });
	const readable = { N8N_RESTRICT_FILE_ACCESS_TO: `${root};${folder}` };
	return {
		...instanceIn(folder, await installN8n(), { ...readable, ...settings }),
		remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
	};
}
