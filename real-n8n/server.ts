import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './freePort';
import { type Instance, withSettings } from './instance';
import { type LongRunning, startLongRunning } from './longRunning';

export interface N8nServer extends LongRunning {
	/** Without a slash at its end. */
	readonly url: string;
}

const STARTING_MS = 180_000;
const INTERVAL_MS = 200;

/** Starts `n8n start`, and waits until it answers. Takes another port if the wanted one is in use. */
export async function startN8n(instance: Instance, wantedPort = 0): Promise<N8nServer> {
	const port = await freePort(wantedPort);
	const url = `http://127.0.0.1:${port}`;
	const settings = { N8N_PORT: String(port), N8N_EDITOR_BASE_URL: url, N8N_WEBHOOK_URL: url };
	const running = await startProcess(withSettings(instance, settings), 'start');
	await answering(running, `${url}/healthz/readiness`);
	return { ...running, url };
}

/** One of n8n's commands that run until they are ended. */
export async function startProcess(
	instance: Instance,
	...args: readonly string[]
): Promise<LongRunning> {
	const brokerPort = String(await freePort());
	const { installation, env, userFolder } = withSettings(instance, {
		N8N_RUNNERS_BROKER_PORT: brokerPort,
	});
	const file = join(installation.binFolder, 'node');
	const whole = [installation.n8nScript, ...args];
	return startLongRunning({ file, args: whole, cwd: userFolder, env });
}

/** Waits until the address answers 200. Rejects with what n8n has said if it does not. */
export async function answering(running: LongRunning, url: string): Promise<void> {
	const deadlineMs = Date.now() + STARTING_MS;
	while (!(await isAnswering(url))) {
		if (running.hasEnded() || Date.now() > deadlineMs) {
			await running.kill();
			throw new Error(`n8n did not start:\n${running.output()}`);
		}
		await sleep(INTERVAL_MS);
	}
}

async function isAnswering(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}
