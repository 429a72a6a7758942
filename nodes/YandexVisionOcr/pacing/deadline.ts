import type { Clock } from './clock';
import { deriveSignal } from './signals';

/** A stretch of work that ends when it is cancelled or its time is over. */
export interface Deadline {
	/** Aborts with the parent's reason, or with a TimedOutError. */
	readonly signal: AbortSignal;
	/** Milliseconds that are left, here and in every deadline around this one; Infinity if unlimited. */
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
	const derived = deriveSignal(cancel ? [cancel] : []);
	return { signal: derived.signal, remainingMs: () => Infinity, dispose: derived.release };
}

/** Starts now and ends after `limitMs`, or with `parent` if that is earlier. */
export function startDeadline(clock: Clock, limitMs: number, parent: Deadline): Deadline {
	const derived = deriveSignal([parent.signal]);
	const timer = deriveSignal([derived.signal]);
	const endMs = clock.now() + limitMs;
	if (Number.isFinite(limitMs)) {
		clock.sleep(limitMs, timer.signal).then(
			() => derived.abort(new TimedOutError(limitMs)),
			() => undefined,
		);
	}
	return {
		signal: derived.signal,
		remainingMs: () => Math.max(0, Math.min(endMs - clock.now(), parent.remainingMs())),
		dispose: () => {
			timer.abort(undefined);
			timer.release();
			derived.release();
		},
	};
}
