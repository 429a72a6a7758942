import { freePort } from '../freePort';
import { type Instance, type Settings, withSettings } from '../instance';
import type { LongRunning } from '../longRunning';
import { answering, type N8nServer, startN8n, startProcess } from '../server';
import { startPostgres } from './postgres';
import { type Backend, startRedis } from './redis';

/** n8n on several processes: one that takes what comes in, and workers that execute. */
export interface Cluster {
	/** For n8n's own commands. */
	readonly instance: Instance;
	start(): Promise<N8nServer>;
	startWorker(): Promise<LongRunning>;
	stop(): Promise<void>;
}

/** A worker that was killed is noticed after seconds, where n8n's presets take minutes. */
const QUICK = {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};
const CONCURRENCY = 5;

export async function createCluster(single: Instance): Promise<Cluster> {
	const backends: Backend[] = [];
	const processes: LongRunning[] = [];
	const stop = async (): Promise<void> => {
		await Promise.all(processes.map((running) => running.stop()));
		await Promise.all(backends.map((backend) => backend.stop()));
	};
	try {
		for (const start of [startRedis, startPostgres]) backends.push(await start());
	} finally {
		if (backends.length < 2) await stop();
	}
	const instance = withSettings(single, queueSettings(backends));
	const kept = async <Process extends LongRunning>(starting: Promise<Process>) => {
		const running = await starting;
		processes.push(running);
		return running;
	};
	return {
		instance,
		start: async () => await kept(startN8n(instance)),
		startWorker: async () => await kept(startWorker(instance)),
		stop,
	};
}

function queueSettings(backends: readonly Backend[]): Settings {
	return {
		...Object.assign({}, ...backends.map(({ settings }) => settings)),
		...QUICK,
		EXECUTIONS_MODE: 'queue',
		N8N_DEFAULT_BINARY_DATA_MODE: 'database',
	};
}

async function startWorker(instance: Instance): Promise<LongRunning> {
	const port = String(await freePort());
	const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: port };
	const settled = withSettings(instance, health);
	const worker = await startProcess(settled, 'worker', `--concurrency=${CONCURRENCY}`);
	await answering(worker, `http://127.0.0.1:${port}/healthz/readiness`);
	return worker;
}
