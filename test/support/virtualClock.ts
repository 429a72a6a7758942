import type { Clock } from '../../nodes/YandexVisionOcr/pacing/clock';

interface Timer {
	readonly atMs: number;
	readonly wake: () => void;
	isSet: boolean;
}

/**
 * Time that passes only when nothing else is left to do: it jumps to the next timer once all
 * promises have settled. Timers of the same instant wake in the order they were set.
 */
export class VirtualClock implements Clock {
	private nowMs = 0;
	/** The next one last; those that are no longer set are skipped. */
	private readonly timers: Timer[] = [];

	/** How many sleepers there are: 0 when everything that was started has ended. */
	get pendingTimers(): number {
		return this.timers.filter((timer) => timer.isSet).length;
	}

	now(): number {
		return this.nowMs;
	}

	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const interrupt = () => {
				timer.isSet = false;
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
		const timer = { atMs: this.nowMs + Math.max(0, milliseconds), wake, isSet: true };
		this.timers.splice(this.indexOf(timer.atMs), 0, timer);
		return timer;
	}

	/** Where a timer belongs that wakes at `atMs`: before all that wake then or earlier. */
	private indexOf(atMs: number): number {
		let low = 0;
		let high = this.timers.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.timers[middle]?.atMs ?? 0) > atMs) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private wakeNext(): boolean {
		for (let next = this.timers.pop(); next; next = this.timers.pop()) {
			if (!next.isSet) continue;
			next.isSet = false;
			this.nowMs = Math.max(this.nowMs, next.atMs);
			next.wake();
			return true;
		}
		return false;
	}
}

/** Promises run before the next macrotask, however long their chain. */
async function promisesSettled(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
