import { fileNumbers, runFiles, tallyOf } from '../support/fileRun';
import { worstWindow } from '../support/requestWindows';
import { seededRandom } from '../support/seededRandom';
import { ServiceModel, type ServiceSettings } from '../support/serviceModel';
import { trials } from '../support/trials';
import { VirtualClock } from '../support/virtualClock';

type Faults = Pick<ServiceSettings, 'failureShare' | 'failsAs'>;

async function play(seed: number, files: number, faults: Faults) {
	const clock = new VirtualClock();
	const random = seededRandom(seed);
	const service = new ServiceModel({ clock, random, ...faults });
	const settings = { clock, random, perSecond: 10 };
	const endings = await clock.run(runFiles(fileNumbers(files), service, settings));
	expect(clock.pendingTimers).toBe(0);
	return { clock, service, endings, tally: tallyOf(endings), perFile: service.requests / files };
}

function outage(fromMs: number, untilMs: number): (nowMs: number) => number {
	return (nowMs) => (nowMs >= fromMs && nowMs < untilMs ? 1 : 0);
}

describe.each(trials(1, 100))('seed %d', (seed) => {
	test('a service that is dead from the start fails 1,000 files in two minutes, with a handful of requests', async () => {
		const { clock, tally, perFile, endings } = await play(seed, 1_000, { failureShare: () => 1 });
		expect(tally).toEqual({ outage: 1_000 });
		expect(perFile).toBeLessThanOrEqual(1.05);
		expect(clock.now()).toBeLessThanOrEqual(126_000);
		expect(endings.some((ending) => !ending.ok && ending.reason === 'unavailable')).toBe(true);
	});

	test.each([
		{ share: 0.5, mostPerFile: 2.3 },
		{ share: 0.1, mostPerFile: 1.15 },
		{ share: 0.01, mostPerFile: 1.03 },
	])('of 1,000 files at $share failures all come through', async ({ share, mostPerFile }) => {
		const { tally, perFile } = await play(seed, 1_000, { failureShare: () => share });
		expect(tally).toEqual({ done: 1_000 });
		expect(perFile).toBeLessThanOrEqual(mostPerFile);
	});

	test.each(['unavailable', 'notSent'] as const)(
		'half a minute of outage (%s) in the middle of 200 files loses none of them',
		async (failsAs) => {
			const failureShare = outage(8_000, 38_000);
			const { clock, tally, perFile } = await play(seed, 200, { failureShare, failsAs });
			expect(tally).toEqual({ done: 200 });
			expect(perFile).toBeLessThanOrEqual(1.3);
			expect(clock.now()).toBeLessThanOrEqual(20_000 + 30_000 + 10_000);
		},
	);
});

test.each(trials(1, 20))(
	'a soak of 2,000 files with a tenth of faults and blackouts: none lost, none done twice (seed %d)',
	async (seed) => {
		const failureShare = (nowMs: number) => (nowMs % 100_000 < 10_000 ? 1 : 0.1);
		const { tally, service, endings } = await play(seed, 2_000, { failureShare });
		expect(tally).toEqual({ done: 2_000 });
		expect(new Set(service.timesDone.values())).toEqual(new Set([1]));
		expect(endings.map((ending) => ending.ok && ending.value)).toEqual(fileNumbers(2_000));
		expect(worstWindow(service.acceptedAtMs)).toBeLessThanOrEqual(10);
	},
);

test('lost answers: no file is done more often than its attempts, and each extra one is counted', async () => {
	const { service, endings } = await play(5, 500, { failureShare: () => 0.2, failsAs: 'unsure' });
	for (const [file, ending] of endings.entries()) {
		const timesDone = service.timesDone.get(file) ?? 0;
		expect(timesDone).toBeLessThanOrEqual(3);
		expect(timesDone).toBeLessThanOrEqual(ending.timesUnsure + (ending.ok ? 1 : 0));
	}
});
