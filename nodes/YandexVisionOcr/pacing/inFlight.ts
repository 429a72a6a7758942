/** Bounds the bytes of files that are in memory because they are being sent; first in, first out. */
export class BytesInFlight {
	private heldBytes = 0;
	private readonly waiting = new Set<{ readonly bytes: number; readonly admit: () => void }>();

	constructor(private readonly maxBytes: number) {}

	/**
	 * Waits until `bytes` fit and answers the function that lets them go (calling it twice does no
	 * harm). More than the bound is admitted alone. Rejects with the signal's reason.
	 */
	async hold(bytes: number, signal?: AbortSignal): Promise<() => void> {
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
		return this.releaseOnce(share);
	}

	private releaseOnce(bytes: number): () => void {
		let isHeld = true;
		return () => {
			if (!isHeld) return;
			isHeld = false;
			this.heldBytes -= bytes;
			this.admit();
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
