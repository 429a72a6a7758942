import { readFileSync, writeFileSync } from 'node:fs';
import { collectGarbage } from '../statistics';

/** The most memory that this process had since the last reset, in bytes: Linux keeps it exactly. */
export function peakBytes(): number {
	const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return Number(kibibytes) * 1024;
}

/** Starts to look for a new peak; answers what the process has now. */
export function resetPeak(): number {
	collectGarbage();
	writeFileSync('/proc/self/clear_refs', '5');
	return process.memoryUsage.rss();
}
