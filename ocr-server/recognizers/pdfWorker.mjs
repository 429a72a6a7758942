// Renders the pages of one PDF, in a thread of its own so that the server keeps answering.
// Plain JavaScript: worker threads start it as it is, also under tsx and jest.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const resources = (name) => `${join(folder, name)}/`;

const opening = getDocument({
	data: new Uint8Array(workerData.bytes),
	standardFontDataUrl: resources('standard_fonts'),
	cMapUrl: resources('cmaps'),
	wasmUrl: resources('wasm'),
	verbosity: VerbosityLevel.ERRORS,
});

async function render(pageNumber) {
	const document = await opening.promise;
	const page = await document.getPage(pageNumber);
	const viewport = page.getViewport({ scale: workerData.pixelsPerPoint });
	const width = Math.ceil(viewport.width);
	const height = Math.ceil(viewport.height);
	const { canvas, context } = document.canvasFactory.create(width, height);
	await page.render({ canvas, canvasContext: context, viewport, background: 'white' }).promise;
	page.cleanup();
	return canvas.toBuffer('image/png');
}

// A rejection without a listener would end the thread before it is asked.
opening.promise.catch(() => undefined);

parentPort.on('message', async (pageNumber) => {
	try {
		const png = await render(pageNumber);
		parentPort.postMessage({ png });
	} catch (error) {
		parentPort.postMessage({ failure: String(error) });
	}
});
