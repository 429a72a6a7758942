import type { Clock } from './clock';

/** A loop's wait for its next moment, which something that happens meanwhile can cut short. */
export class Wait {
	private current = new AbortController();

	constructor(private readonly clock: Clock) {}

	/** Resolves after `milliseconds`, or at once when `cutShort` is called. */
	async for(milliseconds: number): Promise<void> {
		this.current = new AbortController();
		await this.clock.sleep(milliseconds, this.current.signal).catch(() => undefined);
	}

	cutShort(): void {
		this.current.abort();
	}
}
