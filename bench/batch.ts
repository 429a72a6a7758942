import type { INodeParameters } from 'n8n-workflow';
import type { OcrServerOptions } from '../ocr-server/options';
import { localCredential } from '../test/support/engine/localCredential';
import { ocrNode, recognize } from '../test/support/engine/recognize';
import type { GivenItem } from '../test/support/nodes/givenItems';
import type { BenchServer } from './server/benchServer';

/** What recognizing takes at the service, whichever way a file goes: 0.8 s. */
export const JOB_MS = 800;

/** A server whose recognitions take so long, with few words a page. */
export function serverWithJobs(
	jobMs: number,
	quotas: OcrServerOptions['quotas'] = {},
): OcrServerOptions {
	return { stub: { wordsPerPage: 24, latencyMs: jobMs }, jobSeconds: jobMs / 1000, quotas };
}

/** A whole execution of the node; the milliseconds that n8n counts for it. Throws if a file is lost. */
export async function timeBatch(
	server: BenchServer,
	items: readonly GivenItem[],
	options: INodeParameters = {},
): Promise<number> {
	const execution = await recognize({
		items,
		credentials: { yandexVisionOcrApi: localCredential(server) },
		parameters: { output: 'document', options },
	});
	if (execution.error !== undefined) throw execution.error;
	const names = execution.items(ocrNode).map(({ json }) => json.file);
	if (names.length !== items.length || new Set(names).size !== items.length) {
		throw new Error(`${names.length} items came out of ${items.length} files`);
	}
	return execution.runData[ocrNode]?.[0]?.executionTime ?? Number.NaN;
}

/** The shortest time in which so many files can be done at a pace, the last one's work included. */
export function boundMs(files: number, perSecond: number, jobMs: number): number {
	return ((files - 1) / perSecond) * 1000 + jobMs;
}
