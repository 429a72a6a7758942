import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { PIXELS_PER_POINT } from '../documents/inspectPdf';
import { internal, type ServiceError } from '../serviceError';

type Rendered = { readonly png: Uint8Array } | { readonly failure: string };

/** Each page as a PNG, rendered when it is asked for; a page that cannot be rendered is an error. */
export async function* renderPages(
	bytes: Buffer,
	pageCount: number,
	stopping: AbortSignal,
): AsyncGenerator<Buffer | ServiceError> {
	const worker = new Worker(join(__dirname, 'pdfWorker.mjs'), {
		workerData: { bytes, pixelsPerPoint: PIXELS_PER_POINT },
		execArgv: [],
	});
	// The loop below does not get to its end when the server closes while a page is being read.
	const stop = () => void worker.terminate();
	stopping.addEventListener('abort', stop);
	try {
		for (let page = 1; page <= pageCount; page += 1) {
			worker.postMessage(page);
			const [rendered] = (await once(worker, 'message', { signal: stopping })) as [Rendered];
			yield 'png' in rendered
				? Buffer.from(rendered.png)
				: internal(`page ${page - 1} could not be rendered`);
		}
	} finally {
		stopping.removeEventListener('abort', stop);
		await worker.terminate();
	}
}
