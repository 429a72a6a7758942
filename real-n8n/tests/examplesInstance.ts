import type { OcrServerOptions } from '../../ocr-server/options';
import { startOcrServer } from '../../ocr-server/server';
import { importCredentials, importWorkflows } from '../content';
import { readExample } from '../examples';
import { localOcrCredential } from '../localOcrCredential';
import { type FreshInstance, freshInstance } from './freshInstance';

/** An n8n with these examples, whose credential leads to such a local OCR server. */
export async function instanceWithExamples(
	names: readonly string[],
	options: OcrServerOptions,
): Promise<FreshInstance> {
	const server = await startOcrServer(options);
	const n8n = await freshInstance();
	const credential = localOcrCredential(server);
	const chosen = { [credential.type]: credential };
	await importCredentials(n8n, [credential]);
	const workflows = names.map(async (name) => await readExample(name, chosen));
	await importWorkflows(n8n, await Promise.all(workflows));
	return {
		...n8n,
		remove: async () => {
			await server.close();
			await n8n.remove();
		},
	};
}
