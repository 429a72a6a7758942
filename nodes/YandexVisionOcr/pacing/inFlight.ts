/** A share of the bytes in memory. */
export interface BytesHeld {
	/** Gives back what turned out not to be needed; never takes more. */
	shrinkTo(bytes: number): void;
	/** Gives back all; twice does no harm. */
	release(): void;
}

/** Bounds the bytes of files that are in memory because they are being sent; first in, first out. */
export class BytesInFlight {
	private heldBytes = 0;
	private readonly waiting = new Set<{ readonly bytes: number; readonly admit: () => void }>();

	constructor(private readonly maxBytes: number) {}

	/**
	 * Waits until `bytes` fit. More than the bound is admitted alone. Rejects with the signal's reason.
	 */
	async hold(bytes: number, signal?: AbortSignal): Promise<BytesHeld> {
		signal?.throwIfAborted();
		const share = Math.min(bytes, this.maxBytes);
		await new Promise<void>((resolve, reject) => {
			const leave = () => {
				this.waiting.delete(waiter);
				this.admit();
				reject(signal?.reason);
			};
			const admit = () => {
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const waiter = { bytes: share, admit };
			signal?.addEventListener('abort', leave, { once: true });
			this.waiting.add(waiter);
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
		for (const waiter of this.waiting) {
			if (this.heldBytes + waiter.bytes > this.maxBytes) return;
			this.waiting.delete(waiter);
			this.heldBytes += waiter.bytes;
			waiter.admit();
		}
	}
}
