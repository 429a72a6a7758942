import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { WorkflowJson } from '../test/support/engine/workflowJson';
import { type Instance, n8nCommand } from './instance';

/** A workflow as n8n exports it, with an ID of ours: an exported file need not have one. */
export interface WorkflowFile extends WorkflowJson {
	readonly id: string;
	readonly name: string;
}

export interface CredentialReference {
	readonly id: string;
	readonly name: string;
}

export interface Credential extends CredentialReference {
	readonly type: string;
	readonly data: object;
}

/** With n8n's own command, which encrypts them. One with a known ID is replaced. */
export async function importCredentials(
	instance: Instance,
	credentials: readonly Credential[],
): Promise<void> {
	await importFile(instance, 'import:credentials', credentials);
}

/** With n8n's own command. One with a known ID is replaced. */
export async function importWorkflows(
	instance: Instance,
	workflows: readonly WorkflowFile[],
): Promise<void> {
	await importFile(instance, 'import:workflow', workflows);
}

async function importFile(instance: Instance, command: string, content: object): Promise<void> {
	const file = join(instance.userFolder, `${command.replace(':', '-')}.json`);
	await writeFile(file, JSON.stringify(content), { mode: 0o600 });
	try {
		await n8nCommand(instance, command, `--input=${file}`);
	} finally {
		await rm(file);
	}
}
