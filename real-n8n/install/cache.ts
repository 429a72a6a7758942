import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where n8n (some 3 GB) is kept between runs, outside the checkout. */
export function cacheFolder({ VISION_OCR_N8N_CACHE, XDG_CACHE_HOME } = process.env): string {
	if (VISION_OCR_N8N_CACHE) return resolve(VISION_OCR_N8N_CACHE);
	return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-yandex-vision-ocr');
}

/**
 * The folder `name` of the cache. If it is not there yet, `make` fills one that gets the name only when
 * all of it is done: one that was interrupted is gone on with.
 */
export async function cached(
	name: string,
	make: (folder: string) => Promise<void>,
): Promise<string> {
	const folder = join(cacheFolder(), name);
	if (existsSync(folder)) return folder;
	const unfinished = `${folder}.unfinished`;
	await mkdir(unfinished, { recursive: true });
	await make(unfinished);
	await rename(unfinished, folder);
	return folder;
}
