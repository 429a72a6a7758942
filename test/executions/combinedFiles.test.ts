import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { readBinary } from '../support/engine/binaryData';
import { ocrNode, type Recognition } from '../support/engine/recognize';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';

const images = join(__dirname, '../fixtures/images');
const file = (name: string): readonly [string, Buffer] => [name, readFileSync(join(images, name))];
const email = itemWith(
	{ attachment_0: file('testocr.png'), attachment_1: file('logo.png') },
	{ subject: 'Invoice 7' },
);

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({
		stub: { wordsPerPage: 2, recordings: false },
		quotas: { sync: 1000 },
	});
});
afterAll(() => server.close());

/** n8n's own setting for new workflows: files lie in the JSON of an item, under `_files`. */
async function recognizeCombined(recognition: Partial<Recognition>) {
	return await recognizeLocally(server, {
		items: [email],
		binaryMode: 'filesystem',
		settings: { binaryMode: 'combined' },
		onError: 'continueErrorOutput',
		...recognition,
	});
}

const filesIn = ({ json }: INodeExecutionData) => json._files as Record<string, IBinaryData>;
const namesOf = (items: readonly INodeExecutionData[]) => items.map(({ json }) => json.file);

test.each([
	['attachment_*', ['testocr.png', 'logo.png']],
	['_files.attachment_*', ['testocr.png', 'logo.png']],
	['attachment_1', ['logo.png']],
	['_files.attachment_1, _files.attachment_0', ['logo.png', 'testocr.png']],
	['={{ $item._files.attachment_1 }}', ['logo.png']],
	["={{ $('Given Items').item._files.attachment_1 }}", ['logo.png']],
])('%s takes files from the JSON', async (binaryPropertyName, files) => {
	const execution = await recognizeCombined({
		parameters: { binaryPropertyName, output: 'document' },
	});

	expect(errorsOf(execution)).toEqual([]);
	expect(namesOf(execution.items(ocrNode))).toEqual(files);
});

test('files are kept where they lie, beside the node’s own', async () => {
	const execution = await recognizeCombined({
		parameters: {
			binaryPropertyName: 'attachment_0',
			options: { keepBinary: true, wordsAsFile: 'jsonl' },
		},
	});
	const [item] = execution.items(ocrNode);

	expect(item).not.toHaveProperty('binary.words');
	expect(Object.keys(item ? filesIn(item) : {})).toEqual(['attachment_0', 'attachment_1', 'words']);
	const words = item && filesIn(item).words;
	expect((words ? await readBinary(words) : Buffer.alloc(0)).toString()).toMatch(/^\{"text":/);
});

test('an error goes to the error output, with the files of its input', async () => {
	const execution = await recognizeCombined({
		parameters: { binaryPropertyName: 'attachment_0, scan', output: 'document' },
	});
	const [failed] = execution.items(ocrNode, 1);

	expect(namesOf(execution.items(ocrNode))).toEqual(['testocr.png']);
	expect(failed?.json).toMatchObject({
		subject: 'Invoice 7',
		error: {
			code: 'BINARY_FIELD_MISSING',
			message: expect.stringContaining('attachment_0, attachment_1'),
		},
	});
	expect(Object.keys(failed ? filesIn(failed) : {})).toEqual(['attachment_0', 'attachment_1']);
});

test.each([
	['default', "={{ $('Given Items').item.binary.attachment_1 }}"],
	['filesystem', "={{ $('Given Items').item.binary.attachment_1 }}"],
	['filesystem', '={{ $binary.attachment_1 }}'],
] as const)(
	'in the mode %s, a file that %s names is taken as it is',
	async (binaryMode, binaryPropertyName) => {
		const execution = await recognizeLocally(server, {
			items: [email],
			binaryMode,
			parameters: { binaryPropertyName, simplify: false },
		});

		expect(execution.error).toBeUndefined();
		expect(execution.items(ocrNode)[0]?.json).toMatchObject({
			file: 'logo.png',
			source: { binaryField: null, mimeType: 'image/png' },
		});
	},
);
