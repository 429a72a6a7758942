export interface DerivedSignal {
	readonly signal: AbortSignal;
	/** Aborts the derived signal alone; its parents go on. */
	abort(reason: unknown): void;
	/** Lets go of the parents: without it they would hold this signal as long as they live. */
	release(): void;
}

/**
 * A signal that aborts with the first of its parents, for the same reason. `AbortSignal.any` does it
 * too, but cannot let go of a parent that outlives a thousand requests.
 */
export function deriveSignal(parents: readonly AbortSignal[]): DerivedSignal {
	const controller = new AbortController();
	const listeners = parents.map((parent) => {
		const follow = () => controller.abort(parent.reason);
		if (parent.aborted) follow();
		else parent.addEventListener('abort', follow, { once: true });
		return { parent, follow };
	});
	return {
		signal: controller.signal,
		abort: (reason) => controller.abort(reason),
		release: () => {
			for (const { parent, follow } of listeners) parent.removeEventListener('abort', follow);
		},
	};
}
