import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { boxedPicture } from './boxedPicture';
import type { ChosenPicture } from './chosenPicture';
import { firstPage } from './firstPage';
import type { Service } from './service';
import { uprightPicture } from './uprightPicture';
import type { Word } from './word';

export interface WrittenFile {
	/** From the current folder. */
	readonly path: string;
	readonly what: string;
}

/**
 * Writes the items and the drawing with the words boxed: of the picture, or of a PDF's first page
 * where its pixels are known.
 */
export async function writeResults(
	folder: string,
	{ title, bytes }: ChosenPicture,
	words: readonly Word[],
	{ isLocal }: Pick<Service, 'isLocal'>,
): Promise<readonly WrittenFile[]> {
	await mkdir(folder, { recursive: true });
	const items = join(folder, `${title}.words.json`);
	await writeFile(items, `${JSON.stringify(words, null, '\t')}\n`);
	const written = [
		{ path: relative('', items), what: 'the items, as the last node hands them on' },
	];

	const page = isLocal ? await firstPage(bytes) : undefined;
	const picture = await uprightPicture(page ?? bytes);
	if (picture === undefined) return written;
	const drawing = join(folder, `${title}.words.svg`);
	const boxed = words.filter((word) => word.page === 1);
	await writeFile(drawing, boxedPicture(picture, boxed));
	const drawn = page === undefined ? 'the picture' : 'the first page';
	const what = `${drawn} with its words boxed: open it in a browser`;
	return [...written, { path: relative('', drawing), what }];
}
