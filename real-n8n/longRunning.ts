import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Command } from './command';

/** A process that runs until it is told to end, together with the processes that it starts. */
export interface LongRunning {
	/** What it has said so far: the last part of it. */
	output(): string;
	/** Settles when it has ended, whoever ended it. */
	readonly ended: Promise<void>;
	hasEnded(): boolean;
	/** Asks it to end, and makes it after `graceMs`. */
	stop(graceMs?: number): Promise<void>;
	/** Ends it at once, as a power cut would. */
	kill(): Promise<void>;
}

const KEPT_CHARACTERS = 20_000;
const GRACE_MS = 20_000;

export function startLongRunning(command: Omit<Command, 'timeoutMs'>): LongRunning {
	const { file, args, ...options } = command;
	// A process group of its own, so that what it starts ends with it.
	const own = { ...options, detached: true };
	const child = spawn(file, args, { ...own, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output = (output + text).slice(-KEPT_CHARACTERS);
		});
	}
	const ended = new Promise<void>((resolve) => {
		child.once('error', ({ message }) => {
			output += message;
			resolve();
		});
		child.once('exit', () => resolve());
	});
	let over = false;
	void ended.then(() => (over = true));
	return {
		output: () => output,
		ended,
		hasEnded: () => over,
		stop: async (graceMs = GRACE_MS) => {
			signalGroup(child, 'SIGTERM');
			await Promise.race([ended, sleep(graceMs, undefined, { ref: false })]);
			signalGroup(child, 'SIGKILL');
			await ended;
		},
		kill: async () => {
			signalGroup(child, 'SIGKILL');
			await ended;
		},
	};
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// Nothing of the group is left.
	}
}
