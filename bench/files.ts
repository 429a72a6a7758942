import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemWith } from '../test/support/engine/recognizeLocally';
import type { GivenItem } from '../test/support/nodes/givenItems';

export const MEBIBYTE = 1024 * 1024;

const picture = readFileSync(join(__dirname, '../test/fixtures/images/testocr.png'));

/** A picture of so many bytes: what follows a PNG's end is not looked at. Each number makes another. */
export function pictureOf(bytes: number, number = 0): Buffer {
	const file = Buffer.alloc(Math.max(bytes, picture.length + 4), number % 256);
	picture.copy(file);
	file.writeUInt32BE(number, picture.length);
	return file;
}

/** Input items with one picture each. */
export function pictureItems(count: number, bytes = 0): readonly GivenItem[] {
	return Array.from({ length: count }, (_, index) =>
		itemWith({ data: [`${index + 1}.png`, pictureOf(bytes, index)] }),
	);
}
