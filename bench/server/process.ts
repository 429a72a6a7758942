import type { OcrServerOptions } from '../../ocr-server/options';
import { startOcrServer } from '../../ocr-server/server';
import { childInput, runTask } from '../child/task';

/** The local OCR server in a process of its own, until whoever started it goes away. */
runTask(async () => {
	const server = await startOcrServer(childInput<OcrServerOptions>());
	process.once('disconnect', () => void server.close().then(() => process.exit()));
	return { url: server.url, apiKey: server.apiKey };
});
