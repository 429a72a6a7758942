/** The input that `startChild` handed over. */
export function childInput<Input>(): Input {
	return JSON.parse(process.argv[2] ?? 'null') as Input;
}

function report(value: unknown): void {
	process.send?.(value);
}

/** Runs the work of a child process and reports what it came to. */
export function runTask(work: () => Promise<unknown>): void {
	work().then(report, (error: unknown) => {
		console.error(error);
		process.exit(1);
	});
}
