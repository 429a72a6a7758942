import { rm } from 'node:fs/promises';

import { TEMPLATE_VARIABLE } from './freshInstance';

export default async function teardown(): Promise<void> {
	const folder = process.env[TEMPLATE_VARIABLE];
	if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
