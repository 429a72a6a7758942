import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { pngChunk, pngWith } from '../../test/documents/build';

/** So many one-page pictures, no two alike in their bytes, named in the order of their numbers. */
export async function writePictures(folder: string, count: number): Promise<void> {
	await mkdir(folder, { recursive: true });
	const numbers = Array.from({ length: count }, (_, index) => index + 1);
	await Promise.all(
		numbers.map(async (number) => {
			const name = `page-${String(number).padStart(4, '0')}.png`;
			await writeFile(join(folder, name), picture(`${folder} ${number}`));
		}),
	);
}

/** As large as a page; what is on it nobody looks at: the stub invents words from the bytes. */
function picture(comment: string): Buffer {
	return pngWith([pngChunk('tEXt', Buffer.from(`Comment\0${comment}`))], 1240, 1754);
}
