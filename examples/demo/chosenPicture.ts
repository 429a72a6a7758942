import { readFile, stat } from 'node:fs/promises';
import { basename, parse, resolve } from 'node:path';

export interface ChosenPicture {
	readonly path: string;
	readonly fileName: string;
	/** Without the extension. */
	readonly title: string;
	readonly bytes: Buffer;
}

/** An error whose message alone is shown to the person who called `npm start`. */
export class UsageError extends Error {}

/** @param from The folder that a relative path starts from. */
export async function chosenPicture(given: string, from: string): Promise<ChosenPicture> {
	const path = resolve(from, given);
	const found = await stat(path).catch(() => undefined);
	if (found === undefined) {
		throw new UsageError(`There is no file ${path}\nName a picture: npm start -- my.jpg`);
	}
	if (found.isDirectory()) {
		throw new UsageError(`${path} is a folder.\nName one picture in it: npm start -- my.jpg`);
	}
	const bytes = await readFile(path).catch((error: Error) => {
		throw new UsageError(`${path} cannot be read: ${error.message}`);
	});
	return { path, fileName: basename(path), title: parse(path).name, bytes };
}
