/**
 * A stretch of work that can be ended, with any number of stretches inside. Scopes follow each other
 * without listeners: Node.js warns of a leak when eleven wait on one AbortSignal, and 200 files wait
 * on one execution's.
 */
export class Scope {
	private readonly controller = new AbortController();
	private readonly followers = new Set<Scope>();
	private readonly parents: readonly Scope[];

	/** Ends with the first of `parents`, for the same reason. */
	constructor(...parents: readonly Scope[]) {
		this.parents = parents;
		for (const parent of parents) {
			if (parent.signal.aborted) this.end(parent.signal.reason);
			else parent.followers.add(this);
		}
	}

	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** Ends this scope and those inside; its parents go on. */
	end(reason?: unknown): void {
		if (this.signal.aborted) return;
		this.controller.abort(reason);
		for (const follower of this.followers) follower.end(reason);
		this.release();
	}

	/** Lets go of the parents, which else hold this scope as long as they live. */
	release(): void {
		for (const parent of this.parents) parent.followers.delete(this);
	}
}
