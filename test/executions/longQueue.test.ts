import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const png = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));

test.each(['sync', 'async'])(
	'%s: a file is not late because others stood before it',
	async (processingMode) => {
		const server = await startOcrServer({
			stub: { wordsPerPage: 1 },
			quotas: { sync: 1000, submit: 1000 },
			jobSeconds: 0.1,
			notReadySeconds: 0,
		});
		const execution = await recognizeLocally(server, {
			items: Array.from({ length: 50 }, (_, index) => itemWith({ data: [`${index}.png`, png] })),
			parameters: {
				output: 'document',
				options: {
					processingMode,
					syncRequestsPerSecond: 10,
					asyncRequestsPerSecond: 10,
					maxWaitSeconds: 3,
				},
			},
			onError: 'continueRegularOutput',
		});

		expect(errorsOf(execution)).toEqual([]);
		expect(execution.items(ocrNode)).toHaveLength(50);
		await server.close();
	},
);
