import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const png = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));
/** At two a second the last of them is sent long after the time limit of a file. */
const FILES = 12;

async function recognizeAll(processingMode: string) {
	const server = await startOcrServer({
		stub: { wordsPerPage: 1 },
		quotas: { sync: 1000, submit: 1000 },
		jobSeconds: 0.1,
		notReadySeconds: 0,
	});
	const execution = await recognizeLocally(server, {
		items: Array.from({ length: FILES }, (_, index) => itemWith({ data: [`${index}.png`, png] })),
		parameters: {
			output: 'document',
			options: {
				processingMode,
				syncRequestsPerSecond: 2,
				asyncRequestsPerSecond: 2,
				maxWaitSeconds: 3,
			},
		},
		onError: 'continueRegularOutput',
	});
	await server.close();
	return execution;
}

test('a file is not late because others stood before it, whichever way they go', async () => {
	for (const execution of await Promise.all(['sync', 'async'].map(recognizeAll))) {
		expect(errorsOf(execution)).toEqual([]);
		expect(execution.items(ocrNode)).toHaveLength(FILES);
	}
});
