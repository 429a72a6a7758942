import { createCanvas, loadImage } from '@napi-rs/canvas';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { TesseractEngine } from '../../ocr-server/recognizers/engine';
import type { Rectangle } from '../../test/support/overlap';
import { LETTER_SIZE, placeInLetter } from '../../test/support/pictures/letter';
import { installProgram } from '../install/program';
import { execute, type StoredRun } from '../storedRun';
import { type ExamplesInstance, instanceWithExamples } from './examplesInstance';

const EXAMPLE = 'hide-private-words';
/** The second is stored on its side, and its EXIF data says so. */
const PHOTOS = ['letter', 'letter-sideways'];
const PRIVATE = ['471108', 'jane.doe@example.com', '020-79460123'];

const engine = new TesseractEngine();
let n8n: ExamplesInstance;
let run: StoredRun;

beforeAll(async () => {
	// What n8n's Edit Image node draws with.
	await installProgram({ name: 'gm', debianPackage: 'graphicsmagick' });
	n8n = await instanceWithExamples({ names: [EXAMPLE], recognizer: 'tesseract' });
	run = await execute(n8n, EXAMPLE);
});

afterAll(async () => {
	await engine.close();
	await n8n?.remove();
});

test('the words that match the pattern are found on both photos', () => {
	const words = run
		.json('Words to Hide')
		.map(({ file, text }) => `${String(file)} ${String(text)}`);
	const expected = PHOTOS.flatMap((name) => PRIVATE.map((word) => `${name}.jpg ${word}`));
	expect(words.sort()).toEqual(expected.sort());
});

test.each(PHOTOS)('%s: black lies where each of them was', async (name) => {
	const picture = await resultOf(name);
	const { width, height, isBlack } = await pixelsOf(picture);
	expect({ width, height }).toEqual(LETTER_SIZE);
	const black = PRIVATE.map((word) => [word, pointsOf(placeInLetter(word)).every(isBlack)]);
	expect(black).toEqual(PRIVATE.map((word) => [word, true]));
});

test.each(PHOTOS)('%s: the other words are still there', async (name) => {
	const blocks = await engine.read(await resultOf(name));
	const lines = blocks.flatMap((block) => block.lines);
	const words = lines.flatMap((line) => line.words).map(({ text }) => text);
	expect(words).toEqual(
		expect.arrayContaining(['Dear', 'order', 'ready.', 'Write', 'call', 'noon.']),
	);
	expect(words.filter((text) => /@|\d{4}/.test(text))).toEqual([]);
});

test.each(PHOTOS)('%s: no EXIF data, and no preview in it', async (name) => {
	const picture = await resultOf(name);
	const traces = ['eXIf', 'Exif\0'].filter((trace) => picture.includes(trace));
	expect(traces).toEqual([]);
});

async function resultOf(name: string): Promise<Buffer> {
	return await readFile(join(n8n.folder, 'files', `hidden-${name}.png`));
}

async function pixelsOf(picture: Buffer) {
	const image = await loadImage(picture);
	const { width, height } = image;
	const pen = createCanvas(width, height).getContext('2d');
	pen.drawImage(image, 0, 0);
	const { data } = pen.getImageData(0, 0, width, height);
	const isBlack = ([x, y]: Point) => {
		const at = (y * width + x) * 4;
		return data.subarray(at, at + 3).every((channel) => channel === 0);
	};
	return { width, height, isBlack };
}

type Point = readonly [x: number, y: number];

function pointsOf({ x, y, width, height }: Rectangle): readonly Point[] {
	return Array.from({ length: width * height }, (_, index) => [
		x + (index % width),
		y + Math.floor(index / width),
	]);
}
