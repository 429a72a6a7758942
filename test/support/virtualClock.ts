import type { Clock } from '../../nodes/YandexVisionOcr/pacing/clock';

interface Timer {
	readonly atMs: number;
	readonly wake: () => void;
}

/**
 * Time that passes only when nothing else is left to do: it jumps to the next timer once all
 * promises have settled. Timers of the same instant wake in the order they were set.
 */
export class VirtualClock implements Clock {
	private nowMs = 0;
	private readonly timers = new Set<Timer>();

	/** How many sleepers there are: 0 when everything that was started has ended. */
	get pendingTimers(): number {
		return this.timers.size;
	}

	now(): number {
		return this.nowMs;
	}

	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const interrupt = () => {
				this.timers.delete(timer);
				reject(signal?.reason);
			};
			const timer = this.set(milliseconds, () => {
				signal?.removeEventListener('abort', interrupt);
				resolve();
			});
			signal?.addEventListener('abort', interrupt, { once: true });
		});
	}

	/** Calls `action` when `milliseconds` have passed. */
	after(milliseconds: number, action: () => void): void {
		this.set(milliseconds, action);
	}

	/** Time that passes while the program computes: nobody wakes meanwhile. */
	block(milliseconds: number): void {
		this.nowMs += milliseconds;
	}

	/** Lets time pass until `work` settles; fails when it waits for something that never comes. */
	async run<Value>(work: Promise<Value>): Promise<Value> {
		let isSettled = false;
		const settle = () => {
			isSettled = true;
		};
		work.then(settle, settle);
		for (await promisesSettled(); !isSettled; await promisesSettled()) {
			if (!this.wakeNext()) throw new Error('The work waits, but no timer is set');
		}
		return await work;
	}

	/** Lets `milliseconds` pass. */
	async advance(milliseconds: number): Promise<void> {
		await this.run(this.sleep(milliseconds));
	}

	/** Lets everything happen that needs no time. */
	async settle(): Promise<void> {
		await promisesSettled();
	}

	private set(milliseconds: number, wake: () => void): Timer {
		const timer = { atMs: this.nowMs + Math.max(0, milliseconds), wake };
		this.timers.add(timer);
		return timer;
	}

	private wakeNext(): boolean {
		const next = this.earliest();
		if (!next) return false;
		this.timers.delete(next);
		this.nowMs = Math.max(this.nowMs, next.atMs);
		next.wake();
		return true;
	}

	private earliest(): Timer | undefined {
		let earliest: Timer | undefined;
		for (const timer of this.timers) {
			const isEarlier = !earliest || timer.atMs < earliest.atMs;
			if (isEarlier) earliest = timer;
		}
		return earliest;
	}
}

/** Promises run before the next macrotask, however long their chain. */
async function promisesSettled(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
