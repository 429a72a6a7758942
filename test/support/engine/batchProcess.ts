import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageUnderTest } from './packageUnderTest';
import { errorsOf, itemWith, recognizeLocally } from './recognizeLocally';
import { ocrNode } from './recognize';

/** What a test hands over as the first line of the standard input, as JSON. */
export interface Batch {
	readonly url: string;
	readonly apiKey: string;
	readonly files: number;
	/** The setting of the user, for submissions. */
	readonly perSecond: number;
}

/** The last line of the standard output, as JSON. */
export interface BatchOutcome {
	readonly documents: number;
	readonly errors: number;
	/** Milliseconds since 1970. */
	readonly endedAtMs: number;
}

/** The first line of the standard output: the engine is loaded, a second line of the input starts it. */
export const READY = 'ready';

/** One n8n of several that share a quota and nothing else. */
async function main(): Promise<void> {
	await packageUnderTest();
	const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
	const batch = JSON.parse((await lines.next()).value as string) as Batch;
	console.log(READY);
	await lines.next();
	console.log(JSON.stringify(await run(batch)));
	process.stdin.destroy();
}

async function run({ files, perSecond, ...server }: Batch): Promise<BatchOutcome> {
	const picture = readFileSync(join(__dirname, '../../fixtures/images/testocr.png'));
	const execution = await recognizeLocally(server, {
		items: Array.from({ length: files }, (_, index) =>
			itemWith({ data: [`${index}.png`, picture] }),
		),
		parameters: {
			output: 'document',
			options: { processingMode: 'async', asyncRequestsPerSecond: perSecond },
		},
		onError: 'continueRegularOutput',
	});
	const errors = errorsOf(execution).length;
	const documents = execution.items(ocrNode).length - errors;
	return { documents, errors, endedAtMs: performance.timeOrigin + performance.now() };
}

if (require.main === module) void main();
