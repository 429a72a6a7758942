import { join } from 'node:path';

import type { OcrServerOptions } from '../../ocr-server/options';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { type Credential, importCredentials, importWorkflows, type WorkflowFile } from '../content';
import { copyExamples, readExample } from '../examples';
import { localOcrCredential } from '../localOcrCredential';
import { type FreshInstance, freshInstance } from './freshInstance';

type Recognizer = NonNullable<OcrServerOptions['recognizer']>;

export interface Examples {
	readonly names: readonly string[];
	readonly recognizer: Recognizer;
	/** Beside the node's own. */
	readonly credentials?: readonly Credential[];
	/** What a person would change in the workflow before it can run. */
	readonly adapt?: (workflow: WorkflowFile) => WorkflowFile;
}

export interface ExamplesInstance extends FreshInstance {
	/** The examples' own, with what they read and write in `files` below it. */
	readonly folder: string;
	/** Where the node's credential leads to. */
	readonly ocrServer: OcrServer;
}

/** An n8n with these examples and all they need, in a folder of its own. */
export async function instanceWithExamples(examples: Examples): Promise<ExamplesInstance> {
	const ocrServer = await startOcrServer({ recognizer: examples.recognizer });
	const n8n = await freshInstance();
	const folder = join(n8n.userFolder, 'examples');
	const remove = async () => {
		await ocrServer.close();
		await n8n.remove();
	};
	const instance = { ...n8n, folder, ocrServer, remove };
	try {
		await fill(instance, examples);
	} catch (error) {
		await remove();
		throw error;
	}
	return instance;
}

async function fill(
	instance: ExamplesInstance,
	{ names, credentials = [], adapt = (workflow) => workflow }: Examples,
): Promise<void> {
	await copyExamples(instance.folder);
	const all = [localOcrCredential(instance.ocrServer), ...credentials];
	await importCredentials(instance, all);
	const chosen = Object.fromEntries(all.map((credential) => [credential.type, credential]));
	const workflows = names.map(async (name) =>
		adapt(await readExample(name, chosen, instance.folder)),
	);
	await importWorkflows(instance, await Promise.all(workflows));
}
