/** Time as a parameter: n8n's in production, a virtual one in tests. */
export interface Clock {
	/** Milliseconds, monotonic enough to measure gaps with. */
	now(): number;
	/** Resolves after `milliseconds`; rejects at once with the signal's reason when `signal` aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
