import type { Clock } from './clock';
import { Scope } from './scope';

/** A stretch of work that ends when it is cancelled or its time is over. */
export interface Deadline {
	readonly scope: Scope;
	/** The scope's: aborts with the reason of the cancel signal, or with a TimedOutError. */
	readonly signal: AbortSignal;
	/** Milliseconds left, here and in every deadline around this one; Infinity if unlimited. */
	remainingMs(): number;
	/** To be called when the work is done: leaves no timer and no listener behind. */
	dispose(): void;
}

/** The word for stopping by hand must not appear here: n8n marks executions by it. */
export class TimedOutError extends Error {
	override readonly name = 'TimedOutError';

	constructor(readonly limitMs: number) {
		super(`timed out after ${limitMs / 1_000} s`);
	}
}

/** Why work whose signal has aborted was ended. */
export function abortedBy(signal: AbortSignal): 'deadline' | 'cancelled' {
	return signal.reason instanceof TimedOutError ? 'deadline' : 'cancelled';
}

/** The outermost one: no time limit, only the execution's own signal where there is one. */
export function unlimited(cancel?: AbortSignal): Deadline {
	const scope = new Scope();
	const end = () => scope.end(cancel?.reason);
	if (cancel?.aborted) end();
	cancel?.addEventListener('abort', end, { once: true });
	return {
		scope,
		signal: scope.signal,
		remainingMs: () => Infinity,
		dispose: () => cancel?.removeEventListener('abort', end),
	};
}

/** Starts now and ends after `limitMs`, or with `parent` if that is earlier. */
export function startDeadline(clock: Clock, limitMs: number, parent: Deadline): Deadline {
	const scope = new Scope(parent.scope);
	const timer = new Scope(scope);
	const endMs = clock.now() + limitMs;
	const timeOut = () => scope.end(new TimedOutError(limitMs));
	if (Number.isFinite(limitMs)) clock.sleep(limitMs, timer.signal).then(timeOut, () => undefined);
	return {
		scope,
		signal: scope.signal,
		remainingMs: () => Math.max(0, Math.min(endMs - clock.now(), parent.remainingMs())),
		dispose: () => {
			timer.end();
			scope.release();
		},
	};
}
