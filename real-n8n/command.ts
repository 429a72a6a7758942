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

/** A command that failed: what it was, and the end of what it said. */
class CommandError extends Error {
	constructor(
		{ file, args }: Command,
		reason: string,
		readonly output: string,
	) {
		super(`${[file, ...args].join(' ')} ${reason}\n${tail(output)}`);
		this.name = 'CommandError';
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
		let all = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
			all += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			all += text;
		});
		const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
		child.once('error', (error) => {
			clearTimeout(timer);
			reject(new CommandError(command, `could not be started: ${error.message}`, all));
		});
		child.once('close', (code, signal) => {
			clearTimeout(timer);
			if (code === 0) resolve(printed);
			else reject(new CommandError(command, `ended with ${signal ?? `code ${code}`}`, all));
		});
	});
}
