import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { readBinary } from '../support/engine/binaryData';
import { localCredential } from '../support/engine/localCredential';
import { ocrNode, recognize } from '../support/engine/recognize';
import type { GivenItem } from '../support/nodes/givenItems';

const wordsPerPage = 3;
const picture = readFileSync(join(__dirname, '../../examples/printed-text.png'));

function item(fileName: string, bytes: Buffer): GivenItem {
	return { json: { from: fileName }, files: { data: { bytes, fileName } } };
}

const note = Buffer.from('Only a note, no picture.');
const items = [item('first.png', picture), item('notes.jpg', note), item('third.png', picture)];

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ stub: { wordsPerPage }, quotas: { sync: 1000 } });
});
afterAll(() => server.close());

const common = () => ({
	items,
	credentials: { yandexVisionOcrApi: localCredential(server) },
	parameters: { options: { syncRequestsPerSecond: 1000 } },
});

const failure = {
	error: {
		message: expect.stringContaining('notes.jpg'),
		hint: expect.stringMatching(/\w/),
		code: expect.stringMatching(/^[A-Z_]+$/),
		httpStatus: null,
		retryable: false,
		requestId: null,
		operationId: null,
		file: 'notes.jpg',
		binaryField: 'data',
	},
};

function sourceOf(count: number, index: number) {
	return Array.from({ length: count }, () => ({ item: index }));
}

async function expectNoteIn(errorItem: INodeExecutionData | undefined) {
	const file = errorItem?.binary?.data;
	expect(file && (await readBinary(file))).toEqual(note);
}

test('stops the execution with an error that names the file and says what to do', async () => {
	const execution = await recognize(common());

	expect(execution.status).toBe('error');
	expect(execution.error).toMatchObject({
		message: expect.stringContaining('notes.jpg'),
		description: expect.stringMatching(/\w/),
		context: { itemIndex: 1 },
	});
});

test('with Continue, the good files come out and the bad one is an error item in its place', async () => {
	const execution = await recognize({ ...common(), onError: 'continueRegularOutput' });

	expect(execution.status).toBe('success');
	const output = execution.items(ocrNode);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
		...sourceOf(wordsPerPage, 0),
		...sourceOf(1, 1),
		...sourceOf(wordsPerPage, 2),
	]);
	expect(output[wordsPerPage]?.json).toEqual(failure);
	await expectNoteIn(output[wordsPerPage]);
});

test('with Continue (using error output), the bad file leaves through the second output, whole', async () => {
	const execution = await recognize({ ...common(), onError: 'continueErrorOutput' });

	expect(execution.status).toBe('success');
	expect(execution.items(ocrNode).map(({ pairedItem }) => pairedItem)).toEqual([
		...sourceOf(wordsPerPage, 0),
		...sourceOf(wordsPerPage, 2),
	]);
	const errors = execution.items(ocrNode, 1);
	expect(errors.map(({ json }) => json)).toEqual([{ from: 'notes.jpg', ...failure }]);
	await expectNoteIn(errors[0]);
});
