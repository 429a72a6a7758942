import type { Clock } from '../pacing/clock';

/** A longer stretch of work would be felt by everybody else in n8n's process. */
const SLICE_MS = 15;

/** Lets the event loop run when a slice of time is used up; free of cost before. */
export type Breathe = () => Promise<void>;

export function createBreather(clock: Clock): Breathe {
	let sliceEndMs = clock.now() + SLICE_MS;
	return async () => {
		if (clock.now() < sliceEndMs) return;
		await clock.sleep(0);
		sliceEndMs = clock.now() + SLICE_MS;
	};
}
