import { join } from 'node:path';
import { request } from 'undici';
import type { Endpoint } from '../../ocr-server/endpoint';
import type { OcrServerOptions } from '../../ocr-server/options';
import type { Counts, LoggedRequest } from '../../ocr-server/requestLog';
import { firstReport, startChild } from '../child/runInChild';

interface Log {
	readonly counts: Counts;
	readonly requests: readonly LoggedRequest[];
}

/** The local OCR server in another process: its time and memory do not count. */
export interface BenchServer {
	readonly url: string;
	readonly apiKey: string;
	log(): Promise<Log>;
	/** When the requests to an endpoint arrived, in milliseconds. */
	arrivals(endpoint: Endpoint): Promise<readonly number[]>;
	close(): void;
}

async function startBenchServer(options: OcrServerOptions): Promise<BenchServer> {
	const child = startChild(join(__dirname, 'process.ts'), options);
	const { url, apiKey } = await firstReport<{ url: string; apiKey: string }>(child);
	const log = async () =>
		(await (await request(`${url}/__admin/requests`)).body.json()) as unknown as Log;
	return {
		url,
		apiKey,
		log,
		arrivals: async (endpoint) =>
			(await log()).requests
				.filter((logged) => logged.endpoint === endpoint)
				.map(({ arrivedAtMs }) => arrivedAtMs),
		close: () => child.disconnect(),
	};
}

/** Lends a server to a measure. */
export async function withServer<Value>(
	options: OcrServerOptions,
	use: (server: BenchServer) => Promise<Value>,
): Promise<Value> {
	const server = await startBenchServer(options);
	try {
		return await use(server);
	} finally {
		server.close();
	}
}
