import { setTimeout as sleep } from 'node:timers/promises';

interface Waiting {
	readonly what: string;
	readonly timeoutMs: number;
	readonly intervalMs?: number;
}

/** Asks again and again until the answer is not `undefined`. Rejects when the time is over. */
export async function waitUntil<Value>(
	{ what, timeoutMs, intervalMs = 200 }: Waiting,
	ask: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
	const deadlineMs = Date.now() + timeoutMs;
	for (;;) {
		const value = await ask();
		if (value !== undefined) return value;
		if (Date.now() > deadlineMs) throw new Error(`Waited ${timeoutMs / 1000} s for ${what}`);
		await sleep(intervalMs);
	}
}
