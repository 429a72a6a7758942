import { join } from 'node:path';
import { lastNode, ocrNode, recognizeWords } from '../../examples/demo/recognizeWords';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { overlap } from '../support/overlap';
import { localCredential } from '../support/engine/localCredential';

const picturePath = join(__dirname, '../../examples/printed-text.png');

const text = `This is a lot of 12 point text to test the
ocr code and see if it works on all types
of file format.
The quick brown dog jumped over the
lazy fox. The quick brown dog jumped
over the lazy fox. The quick brown dog
jumped over the lazy fox. The quick
brown dog jumped over the lazy fox.`;

/** Measured on the picture's dark pixels and looked at: [which word of the text, from 0, its box]. */
const knownBoxes = [
	['This', 0, { x: 36, y: 92, width: 60, height: 24 }],
	['point', 6, { x: 296, y: 92, width: 68, height: 30 }],
	['types', 20, { x: 541, y: 127, width: 77, height: 30 }],
	['format.', 23, { x: 123, y: 160, width: 100, height: 24 }],
	['over', 38, { x: 36, y: 268, width: 63, height: 18 }],
	['jumped', 46, { x: 43, y: 296, width: 107, height: 31 }],
	['fox.', 59, { x: 511, y: 330, width: 50, height: 24 }],
] as const;

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ recognizer: 'tesseract' });
});
afterAll(() => server.close());

describe.each(['default', 'filesystem'] as const)('with files kept in %s mode', (binaryMode) => {
	test('the example reads every word of its picture, in order and in its place', async () => {
		const execution = await recognizeWords({
			picturePath,
			binaryMode,
			credential: localCredential(server),
		});

		expect(execution.error).toBeUndefined();
		const items = execution.items(ocrNode);
		expect(items.map(({ json }) => json.text)).toEqual(text.split(/\s+/));
		for (const [word, index, box] of knownBoxes) {
			const read = items[index]?.json ?? {};
			expect(read.text).toBe(word);
			expect(overlap(read, box)).toBeGreaterThan(0.85);
		}
	});

	test('each word is linked to the picture it was read from, and the next node uses its place', async () => {
		const execution = await recognizeWords({
			picturePath,
			binaryMode,
			credential: localCredential(server),
		});

		expect(execution.items(ocrNode).map(({ pairedItem }) => pairedItem)).toEqual(
			text.split(/\s+/).map(() => ({ item: 0 })),
		);
		expect(execution.items(lastNode)[0]?.json).toMatchObject({ text: 'This', page: 1, word: 1 });
		for (const { json } of execution.items(lastNode)) {
			expect(json.middleX).toBe(Number(json.x) + Number(json.width) / 2);
			expect(json.middleY).toBe(Number(json.y) + Number(json.height) / 2);
		}
	});
});
