const intervalMs = 100;
const clearLine = '\r\u001b[2K';

export interface Progress {
	show(step: string): void;
	stop(): void;
}

/** What is being done and for how long: a line that moves in a terminal, a line a step elsewhere. */
export function startProgress(out: NodeJS.WriteStream, startedAt = Date.now()): Progress {
	if (!out.isTTY) return { show: (step) => out.write(`${step} …\n`), stop: () => {} };

	let current = '';
	const draw = () => out.write(`${clearLine}${current} … ${seconds(Date.now() - startedAt)}`);
	const timer = setInterval(draw, intervalMs);
	return {
		show: (step) => {
			current = step;
			draw();
		},
		stop: () => {
			clearInterval(timer);
			out.write(clearLine);
		},
	};
}

export function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
