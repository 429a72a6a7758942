import { FairQueue } from './fairQueue';

/** A share of the bytes in memory. */
export interface BytesHeld {
	/** Gives back what turned out not to be needed; never takes more. */
	shrinkTo(bytes: number): void;
	/** Gives back all; twice does no harm. */
	release(): void;
}

/** The place of one execution among those that share the bound. */
export interface MemoryLane {
	/**
	 * Waits until `bytes` fit. More than the bound is admitted alone. Rejects with the signal's reason.
	 */
	hold(bytes: number, signal?: AbortSignal): Promise<BytesHeld>;
}

interface Waiter {
	readonly bytes: number;
	readonly admit: () => void;
}

/**
 * Bounds the bytes of files that are in memory because they are being sent; first in, first out, the
 * executions taking turns.
 */
export class BytesInFlight {
	private heldBytes = 0;
	private readonly waiting = new FairQueue<MemoryLane, Waiter>();

	constructor(private readonly maxBytes: number) {}

	lane(): MemoryLane {
		const lane: MemoryLane = {
			hold: async (bytes, signal) => await this.hold(lane, bytes, signal),
		};
		return lane;
	}

	private async hold(lane: MemoryLane, bytes: number, signal?: AbortSignal): Promise<BytesHeld> {
		signal?.throwIfAborted();
		const share = Math.min(bytes, this.maxBytes);
		await new Promise<void>((resolve, reject) => {
			const leave = () => {
				this.waiting.remove(lane, waiter);
				this.admit();
				reject(signal?.reason);
			};
			const admit = () => {
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const waiter = { bytes: share, admit };
			signal?.addEventListener('abort', leave, { once: true });
			this.waiting.add(lane, waiter);
			this.admit();
		});
		return this.held(share);
	}

	private held(bytes: number): BytesHeld {
		let left = bytes;
		const shrinkTo = (wanted: number): void => {
			const kept = Math.min(wanted, left);
			this.heldBytes -= left - kept;
			left = kept;
			this.admit();
		};
		return {
			shrinkTo,
			release: () => {
				shrinkTo(0);
			},
		};
	}

	/** A large file at the head holds up the small ones behind it: else it might wait for ever. */
	private admit(): void {
		for (let next = this.waiting.takeNext(); next; next = this.waiting.takeNext()) {
			const { lane, entry } = next;
			if (this.heldBytes + entry.bytes > this.maxBytes) {
				this.waiting.addReturned(lane, entry);
				return;
			}
			this.heldBytes += entry.bytes;
			entry.admit();
		}
	}
}
