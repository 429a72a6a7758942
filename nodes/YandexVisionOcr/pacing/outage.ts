import type { Clock } from './clock';
import { Scope } from './scope';

/** What one execution makes of an outage that all executions see together. */
export interface OutageWatch {
	/** Ends once nothing has succeeded for the execution's limit: what still waits should end. */
	readonly scope: Scope;
	failed(): void;
	succeeded(): void;
	dispose(): void;
}

interface Watcher {
	readonly limitMs: number;
	readonly scope: Scope;
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
		const scope = new Scope();
		const watcher: Watcher = { limitMs, scope, failingSinceMs: undefined };
		this.watchers.add(watcher);
		return {
			scope,
			failed: () => this.failed(),
			succeeded: () => this.succeeded(),
			dispose: () => void this.watchers.delete(watcher),
		};
	}

	private failed(): void {
		const nowMs = this.clock.now();
		for (const watcher of this.watchers) {
			watcher.failingSinceMs ??= nowMs;
			if (nowMs - watcher.failingSinceMs >= watcher.limitMs) watcher.scope.end();
		}
	}

	private succeeded(): void {
		for (const watcher of this.watchers) watcher.failingSinceMs = undefined;
	}
}
