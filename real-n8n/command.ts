import { spawn } from 'node:child_process';

export interface Command {
	readonly file: string;
	readonly args: readonly string[];
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
	readonly uid?: number;
	readonly gid?: number;
	/** Ends the command and fails. 40 minutes if left out. */
	readonly timeoutMs?: number;
}

interface Failure {
	readonly reason: string;
	/** On its standard output. */
	readonly printed: string;
	/** That, and what it wrote on its standard error. */
	readonly said: string;
	readonly signal?: NodeJS.Signals | null;
}

/** A command that failed: what it was, and the end of what it said. */
export class CommandError extends Error {
	readonly printed: string;
	/** What ended it, if it did not end by itself. */
	readonly signal: NodeJS.Signals | null;

	constructor({ file, args }: Command, { reason, printed, said, signal = null }: Failure) {
		super(`${[file, ...args].join(' ')} ${reason}\n${tail(said)}`);
		this.name = 'CommandError';
		this.printed = printed;
		this.signal = signal;
	}
}

const TAIL_CHARACTERS = 3000;
const DEFAULT_TIMEOUT_MS = 40 * 60_000;

function tail(output: string): string {
	return output.length > TAIL_CHARACTERS ? `… ${output.slice(-TAIL_CHARACTERS)}` : output;
}

/** Runs a command to its end. Resolves with its standard output, rejects with a CommandError. */
export async function run(command: Command): Promise<string> {
	const { file, args, timeoutMs = DEFAULT_TIMEOUT_MS, ...options } = command;
	return await new Promise((resolve, reject) => {
		const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		let printed = '';
		let said = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
			said += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			said += text;
		});
		const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
		child.once('error', (error) => {
			clearTimeout(timer);
			const reason = `could not be started: ${error.message}`;
			reject(new CommandError(command, { reason, printed, said }));
		});
		child.once('close', (code, signal) => {
			clearTimeout(timer);
			const reason = `ended with ${signal ?? `code ${code}`}`;
			if (code === 0) resolve(printed);
			else reject(new CommandError(command, { reason, printed, said, signal }));
		});
	});
}
