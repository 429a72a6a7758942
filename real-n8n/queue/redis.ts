import { freePort } from '../freePort';
import { installProgram } from '../install/program';
import { type LongRunning, startLongRunning } from '../longRunning';
import type { Settings } from '../instance';
import { waitUntil } from '../waitUntil';

export interface Backend {
	/** What tells n8n where it is. */
	readonly settings: Settings;
	stop(): Promise<void>;
}

const STARTING = { what: 'Redis', timeoutMs: 60_000 };

/** A Redis that keeps nothing on disk. */
export async function startRedis(): Promise<Backend> {
	const file = await installProgram({ name: 'redis-server', debianPackage: 'redis-server' });
	const port = await freePort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	const redis: LongRunning = startLongRunning({ file, args });
	await waitUntil(STARTING, () => (/Ready to accept/.test(redis.output()) ? true : undefined));
	return {
		settings: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
		stop: async () => await redis.stop(),
	};
}
