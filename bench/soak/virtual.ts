import { fileNumbers, runFiles, tallyOf } from '../../test/support/fileRun';
import { worstWindow } from '../../test/support/requestWindows';
import { seededRandom } from '../../test/support/seededRandom';
import { ServiceModel } from '../../test/support/serviceModel';
import { VirtualClock } from '../../test/support/virtualClock';
import type { SoakReport } from './report';

const FILES = 10_000;
const PER_SECOND = 10;
const FAILURE_SHARE = 0.1;
/** Files that come together, as executions bring them. */
const FILES_AT_ONCE = 500;

/** Ten thousand documents on a clock that jumps, every tenth request failing. */
export async function soakVirtually(seed: number): Promise<SoakReport> {
	const clock = new VirtualClock();
	const random = seededRandom(seed);
	const service = new ServiceModel({ clock, random, failureShare: () => FAILURE_SHARE });
	let done = 0;
	for (let first = 0; first < FILES; first += FILES_AT_ONCE) {
		const files = fileNumbers(FILES_AT_ONCE, first);
		const settings = { clock, random, perSecond: PER_SECOND };
		const endings = await clock.run(runFiles(files, service, settings));
		done += tallyOf(endings).done ?? 0;
		// The next execution may start a new queue: the second of the last one must be over.
		await clock.advance(1_000);
	}
	const repeated = [...service.timesDone.values()].filter((times) => times > 1).length;
	return {
		title: `Virtual, seed ${seed}: ${FILES} documents, ${(clock.now() / 60_000).toFixed(0)} minutes`,
		checks: [
			{ name: 'lost', value: FILES - done, atMost: 0 },
			{ name: 'done twice', value: repeated, atMost: 0 },
			{
				name: 'requests in the worst second',
				value: worstWindow(service.acceptedAtMs),
				atMost: PER_SECOND,
			},
			{ name: 'timers left', value: clock.pendingTimers, atMost: 0 },
		],
	};
}
