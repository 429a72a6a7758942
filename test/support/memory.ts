import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Frees what earlier work left, so that no sample pays for another. */
export const collectGarbage = runInNewContext('gc') as () => void;

const isLinux = process.platform === 'linux';

/**
 * The most memory that this process had since the last reset, in bytes: Linux keeps it exactly. Others
 * know the most since the start only.
 */
export function peakBytes(): number {
	if (!isLinux) return process.resourceUsage().maxRSS * 1024;
	const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return Number(kibibytes) * 1024;
}

/** Starts to look for a new peak; answers what the process has now. */
export function resetPeak(): number {
	collectGarbage();
	if (isLinux) writeFileSync('/proc/self/clear_refs', '5');
	return process.memoryUsage.rss();
}
