import { dirname, join } from 'node:path';

import type { Block, Line, Worker } from 'tesseract.js';

import type { InspectedDocument } from '../documents/inspect';
import { invalidArgument } from '../serviceError';
import type {
	Box,
	RecognizedBlock,
	RecognizedLine,
	RecognizedPage,
	Recognizer,
} from './recognizer';

/** Reads English with tesseract.js. The engine loads with the first file and does one at a time. */
export function tesseractRecognizer(): Recognizer {
	let worker: Promise<Worker> | undefined;
	return {
		async recognize(document) {
			worker ??= startWorker();
			return [await recognizeImage(await worker, document)];
		},
		async close() {
			await (await worker)?.terminate();
		},
	};
}

async function startWorker(): Promise<Worker> {
	const { createWorker, OEM } = await import('tesseract.js');
	const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'));
	return await createWorker('eng', OEM.LSTM_ONLY, {
		langPath: join(data, '4.0.0_best_int'),
		gzip: true,
		cacheMethod: 'none',
		// Otherwise a picture that cannot be read ends the process.
		errorHandler: () => undefined,
	});
}

async function recognizeImage(
	worker: Worker,
	document: InspectedDocument,
): Promise<RecognizedPage> {
	const [size = { widthPx: 0, heightPx: 0 }] = document.pages;
	const { data } = await worker
		.recognize(document.bytes, {}, { blocks: true, text: false })
		.catch(() => {
			throw invalidArgument('cannot decode the image');
		});
	return {
		...size,
		rotate: 0,
		languages: ['en'],
		blocks: toBlocks(data.blocks ?? []),
		pictures: [],
	};
}

/** Tesseract's paragraphs are what the service calls blocks. */
function toBlocks(blocks: readonly Block[]): RecognizedBlock[] {
	return blocks
		.flatMap((block) => block.paragraphs)
		.map((paragraph) => ({
			box: toBox(paragraph.bbox),
			lines: paragraph.lines.map(toLine).filter((line) => line.words.length > 0),
		}))
		.filter((block) => block.lines.length > 0);
}

function toLine(line: Line): RecognizedLine {
	const words = line.words
		.filter((word) => word.text.trim() !== '')
		.map((word) => ({
			text: word.text,
			box: toBox(word.bbox),
			confidence: word.confidence / 100,
		}));
	return { box: toBox(line.bbox), words };
}

function toBox({ x0, y0, x1, y1 }: Line['bbox']): Box {
	return { left: x0, top: y0, right: x1, bottom: y1 };
}
