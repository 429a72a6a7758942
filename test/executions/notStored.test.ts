import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import { startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const png = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));

test('a file of words that n8n cannot store is the error of its own document alone', async () => {
	const server = await startOcrServer({ stub: { wordsPerPage: 1 }, quotas: { submit: 1000 } });
	const binaryData = Container.get(BinaryDataService);
	const store = binaryData.store.bind(binaryData);
	const full = jest.spyOn(binaryData, 'store').mockImplementation(async (place, bytes, binary) => {
		if (binary.fileName === 'full.words.csv') throw new Error('ENOSPC');
		return await store(place, bytes, binary);
	});
	const execution = await recognizeLocally(server, {
		items: ['a.png', 'full.png', 'b.png'].map((name) => itemWith({ data: [name, png] })),
		parameters: { options: { wordsAsFile: 'csv', processingMode: 'async' } },
		onError: 'continueRegularOutput',
	});
	full.mockRestore();

	expect(execution.error).toBeUndefined();
	expect(execution.items(ocrNode)).toHaveLength(3);
	expect(errorsOf(execution)).toMatchObject([
		{ code: 'FILE_NOT_STORED', file: 'full.png', operationId: expect.stringMatching(/^fbv/) },
	]);
	await server.close();
});
