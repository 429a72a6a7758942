import type { Clock } from './clock';

/** What one execution makes of an outage that all executions see together. */
export interface OutageWatch {
	/** Aborts once nothing has succeeded for the execution's limit: what still waits should end. */
	readonly signal: AbortSignal;
	failed(): void;
	succeeded(): void;
	dispose(): void;
}

interface Watcher {
	readonly limitMs: number;
	readonly controller: AbortController;
	failingSinceMs: number | undefined;
}

/**
 * Notices that the service has been dead for too long. Every execution counts from the first failure
 * that it saw itself, so one that starts after a long outage tries for its full limit.
 */
export class Outage {
	private readonly watchers = new Set<Watcher>();

	constructor(private readonly clock: Clock) {}

	/** @param limitMs how long failures without a success are borne. */
	watch(limitMs: number): OutageWatch {
		const controller = new AbortController();
		const watcher: Watcher = { limitMs, controller, failingSinceMs: undefined };
		this.watchers.add(watcher);
		return {
			signal: controller.signal,
			failed: () => this.failed(),
			succeeded: () => this.succeeded(),
			dispose: () => void this.watchers.delete(watcher),
		};
	}

	private failed(): void {
		const nowMs = this.clock.now();
		for (const watcher of this.watchers) {
			watcher.failingSinceMs ??= nowMs;
			if (nowMs - watcher.failingSinceMs >= watcher.limitMs) watcher.controller.abort();
		}
	}

	private succeeded(): void {
		for (const watcher of this.watchers) watcher.failingSinceMs = undefined;
	}
}
