import { clock } from '../../../nodes/YandexVisionOcr/clock';
import type { Clock } from '../../../nodes/YandexVisionOcr/pacing/clock';

/**
 * Real time, told so many times faster: waits of a second pass in a few milliseconds, while sockets
 * and everything else are real.
 */
export function quickClock(times: number): Clock {
	return {
		now: () => clock.now() * times,
		sleep: async (milliseconds, signal) => await clock.sleep(milliseconds / times, signal),
	};
}
