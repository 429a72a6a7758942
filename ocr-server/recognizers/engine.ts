import { dirname, join } from 'node:path';

import type { Block, Line, Worker } from 'tesseract.js';

import type { Box, RecognizedBlock, RecognizedLine } from './recognizer';

/** tesseract.js on one picture at a time; it loads with the first one. */
export class TesseractEngine {
	private worker: Promise<Worker> | undefined;

	/** Rejects for a picture that cannot be decoded. */
	async read(picture: Buffer): Promise<readonly RecognizedBlock[]> {
		this.worker ??= startWorker();
		const worker = await this.worker;
		const { data } = await worker.recognize(picture, {}, { blocks: true, text: false });
		return toBlocks(data.blocks ?? []);
	}

	async close(): Promise<void> {
		await (await this.worker)?.terminate();
	}
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
