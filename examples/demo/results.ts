import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { boxedPicture } from './boxedPicture';
import type { ChosenPicture } from './chosenPicture';
import { uprightPicture } from './uprightPicture';
import type { Word } from './word';

export interface WrittenFile {
	/** From the current folder. */
	readonly path: string;
	readonly what: string;
}

/** Writes the items and, for a picture, the drawing with its words boxed. */
export async function writeResults(
	folder: string,
	{ title, bytes }: ChosenPicture,
	words: readonly Word[],
): Promise<readonly WrittenFile[]> {
	await mkdir(folder, { recursive: true });
	const items = join(folder, `${title}.words.json`);
	await writeFile(items, `${JSON.stringify(words, null, '\t')}\n`);
	const written = [
		{ path: relative('', items), what: 'the items, as the last node hands them on' },
	];

	const picture = await uprightPicture(bytes);
	if (picture === undefined) return written;
	const drawing = join(folder, `${title}.words.svg`);
	await writeFile(drawing, boxedPicture(picture, words));
	const what = 'the picture with its words boxed: open it in a browser';
	return [...written, { path: relative('', drawing), what }];
}
