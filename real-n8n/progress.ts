/** One line about what happens now, for whoever waits. */
export function progress(text: string): void {
	process.stderr.write(`n8n: ${text}\n`);
}

const HEARTBEAT_MS = 30_000;

/** Says what is being done, and every half minute that it still is. */
export async function withProgress<Value>(text: string, work: Promise<Value>): Promise<Value> {
	const startedAtMs = Date.now();
	progress(text);
	const heartbeat = setInterval(() => {
		progress(`still at it after ${Math.round((Date.now() - startedAtMs) / 1000)} s`);
	}, HEARTBEAT_MS);
	try {
		return await work;
	} finally {
		clearInterval(heartbeat);
	}
}
