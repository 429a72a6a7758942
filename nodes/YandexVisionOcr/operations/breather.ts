import type { Clock } from '../pacing/clock';

/** A longer stretch of work would be felt by everybody else in n8n's process. */
const SLICE_MS = 15;

/** Lets the event loop run when a slice of time is used up; free of cost before. */
export type Breathe = () => Promise<void>;

export function createBreather(clock: Clock): Breathe {
	let sliceEndMs: number | undefined;
	return async () => {
		// The first slice starts with the work, not with the wait for the answer.
		sliceEndMs ??= clock.now() + SLICE_MS;
		if (clock.now() < sliceEndMs) return;
		await clock.sleep(0);
		sliceEndMs = clock.now() + SLICE_MS;
	};
}
