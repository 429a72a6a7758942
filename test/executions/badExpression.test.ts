import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { startOcrServer } from '../../ocr-server/server';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';

const png = readFileSync(join(__dirname, '../fixtures/images/testocr.png'));
const failing = '={{ $json.isGood ? $json.value : $("Nowhere").first().json.value }}';

test.each<[string, INodeParameters]>([
	['Model', { model: failing }],
	['Options', { options: { fileNamePattern: failing } }],
])(
	'an expression in %s that fails for one item fails that item alone',
	async (name, parameters) => {
		const server = await startOcrServer({ stub: { wordsPerPage: 1 }, quotas: { sync: 1000 } });
		const files = { data: ['a.png', png] } as const;
		const execution = await recognizeLocally(server, {
			items: [
				itemWith(files, { isGood: true, value: name === 'Model' ? 'page' : '*' }),
				itemWith(files, { isGood: false }),
			],
			parameters: { output: 'document', ...parameters },
			onError: 'continueRegularOutput',
		});

		expect(execution.error).toBeUndefined();
		expect(execution.items(ocrNode)).toHaveLength(2);
		expect(errorsOf(execution)).toMatchObject([
			{
				code: 'INVALID_PARAMETER',
				message: expect.stringContaining(`“${name}” could not be read: `),
			},
		]);
		await server.close();
	},
);
