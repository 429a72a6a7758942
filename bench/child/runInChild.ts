import { fork, type ChildProcess } from 'node:child_process';

/** A process of its own that runs a TypeScript file with one JSON value as its input. */
export function startChild(path: string, input: unknown): ChildProcess {
	return fork(path, [JSON.stringify(input)], { execArgv: ['--import', 'tsx'] });
}

/** The first thing that the child reports. Rejects when it ends before. */
export async function firstReport<Report>(child: ChildProcess): Promise<Report> {
	return await new Promise((resolve, reject) => {
		child.once('message', (report) => resolve(report as Report));
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`The child process ended with ${code}`)));
	});
}

/** Runs a file in a process of its own, so that only its own memory and time count. */
export async function runInChild<Report>(path: string, input: unknown): Promise<Report> {
	const child = startChild(path, input);
	try {
		return await firstReport<Report>(child);
	} finally {
		child.kill();
	}
}
