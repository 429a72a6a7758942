import { imageSize } from 'image-size';

import type { InspectedDocument } from '../documents/inspect';
import { invalidArgument, ServiceError } from '../serviceError';
import { TesseractEngine } from './engine';
import { isLegible, legibleCharacters } from './legibility';
import { renderPages } from './pdfPages';
import { findPictures } from './pictures';
import type { Angle, RecognizedPage, Recognizer } from './recognizer';
import { withoutRules } from './rules';
import { turnPageBack, turnPicture } from './turn';

/** Reads English with tesseract.js; PDF pages are rendered first. */
export function tesseractRecognizer(stopping: AbortSignal): Recognizer {
	const engine = new TesseractEngine();
	return {
		recognize: async (document) =>
			document.format === 'pdf'
				? await readPdf(engine, document, stopping)
				: [await readImage(engine, document.bytes)],
		close: async () => await engine.close(),
	};
}

async function readPdf(
	engine: TesseractEngine,
	{ bytes, pages }: InspectedDocument,
	stopping: AbortSignal,
): Promise<ReadonlyArray<RecognizedPage | ServiceError>> {
	const read: Array<RecognizedPage | ServiceError> = [];
	for await (const picture of renderPages(bytes, pages.length, stopping)) {
		read.push(picture instanceof ServiceError ? picture : await readPage(engine, picture));
	}
	return read;
}

/** Throws a ServiceError for a picture whose header is good but whose rest is not. */
async function readImage(engine: TesseractEngine, bytes: Buffer): Promise<RecognizedPage> {
	try {
		return await readPage(engine, hasExif(bytes) ? await turnPicture(bytes, 0) : bytes);
	} catch {
		throw invalidArgument('cannot decode the image');
	}
}

/** tesseract.js applies some EXIF orientations by itself: a picture that has any is redrawn first. */
function hasExif(bytes: Buffer): boolean {
	const start = bytes.subarray(0, 128 * 1024);
	return start.includes('Exif\0\0') || start.includes('eXIf');
}

/** Where little can be read, the text may be turned: the best of four ways is taken. */
async function readPage(engine: TesseractEngine, picture: Buffer): Promise<RecognizedPage> {
	const upright = await readTurned(engine, picture, 0);
	if (isLegible(upright)) return upright;
	let best = upright;
	for (const angle of [270, 90, 180] as const) {
		const turned = await readTurned(engine, await turnPicture(picture, angle), angle);
		if (legibleCharacters(turned) > legibleCharacters(best)) best = turned;
	}
	return best;
}

/** Reads a picture that was turned clockwise by `angle`; the page is the one before that. */
async function readTurned(
	engine: TesseractEngine,
	picture: Buffer,
	angle: Angle,
): Promise<RecognizedPage> {
	const { width, height } = imageSize(picture);
	const blocks = await engine.read(await withoutRules(picture));
	const page: RecognizedPage = {
		widthPx: width,
		heightPx: height,
		rotate: 0,
		languages: ['en'],
		blocks,
		pictures: await findPictures(picture, blocks),
	};
	return turnPageBack(page, angle);
}
