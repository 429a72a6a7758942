import type { Lane } from '../../nodes/YandexVisionOcr/pacing/limiter';
import { PacingRegistry } from '../../nodes/YandexVisionOcr/pacing/shared';
import { fileNumbers, runFiles, tallyOf } from '../support/fileRun';
import { worstWindow } from '../support/requestWindows';
import { seededRandom } from '../support/seededRandom';
import { ServiceModel } from '../support/serviceModel';
import { trials } from '../support/trials';
import { VirtualClock } from '../support/virtualClock';

interface Scene {
	readonly seed: number;
	readonly perSecond: number;
	readonly quotaPerSecond?: number;
	readonly hintMs?: number;
}

function setUp({ seed, perSecond, ...quota }: Scene) {
	const clock = new VirtualClock();
	const random = seededRandom(seed);
	const service = new ServiceModel({ clock, random, ...quota });
	return { clock, service, settings: { clock, random, perSecond } };
}

/** One request more, of which the service says that it is beyond the quota. */
async function refuse(lane: Lane): Promise<void> {
	await lane.send(async () => undefined);
	lane.refused();
}

const halves = [
	{ perSecond: 10, quotaPerSecond: 5, files: 100, longest: 1.05, refused: 0.1 },
	{ perSecond: 10, quotaPerSecond: 5, files: 400, hintMs: 1_000, longest: 1.25, refused: 0.05 },
	{ perSecond: 20, quotaPerSecond: 10, files: 200, longest: 1.05, refused: 0.05 },
	{ perSecond: 50, quotaPerSecond: 25, files: 500, longest: 1.05, refused: 0.05 },
	{ perSecond: 2, quotaPerSecond: 1, files: 30, longest: 1.1, refused: 0.25 },
];

test.each(halves)(
	'at a quota of $quotaPerSecond/s and a setting of $perSecond/s, $files files find the true pace',
	async ({ files, longest, refused, ...scene }) => {
		for (let seed = 1; seed <= 5; seed += 1) {
			const { clock, service, settings } = setUp({ ...scene, seed });
			const endings = await clock.run(runFiles(fileNumbers(files), service, settings));
			expect(tallyOf(endings)).toEqual({ done: files });
			const boundMs = ((files - 1) / scene.quotaPerSecond) * 1_000 + 60;
			expect(clock.now() / boundMs).toBeLessThanOrEqual(longest);
			expect(service.refusals / service.requests).toBeLessThanOrEqual(refused);
		}
	},
);

test('comes back to the setting within half a minute after the quota did', async () => {
	const { clock, service, settings } = setUp({ seed: 1, perSecond: 10 });
	const registry = new PacingRegistry();
	const lease = registry.lease('account', settings);
	const lane = lease.pacing.submit.lane(10);
	const run = runFiles(fileNumbers(600), service, { ...settings, registry });
	for (const atMs of [5_000, 6_000, 7_000]) clock.after(atMs, () => void refuse(lane));
	await clock.run(run);
	const inSecond = (second: number) =>
		service.acceptedAtMs.filter((at) => Math.floor(at / 1_000) === second).length;
	expect(inSecond(8)).toBeLessThanOrEqual(8);
	expect(inSecond(40)).toBeGreaterThanOrEqual(9);
});

test('one stray refusal costs a batch of 100 files hardly more than its place', async () => {
	const { clock, service, settings } = setUp({ seed: 3, perSecond: 10 });
	const registry = new PacingRegistry();
	const lane = registry.lease('account', settings).pacing.submit.lane(10);
	const run = runFiles(fileNumbers(100), service, { ...settings, registry });
	clock.after(3_000, () => void refuse(lane));
	await clock.run(run);
	expect(clock.now() / (99 / 10) / 1_000).toBeLessThanOrEqual(1.05);
});

test.each(trials(2, 20))(
	'three processes share a quota they do not know of each other (seed %d)',
	async (seed) => {
		const { clock, service, settings } = setUp({ seed, perSecond: 10, quotaPerSecond: 10 });
		const finishedAtMs: number[] = [];
		const processes = [0, 1, 2].map(async (index) => {
			const endings = await runFiles(fileNumbers(200, index * 200), service, settings);
			finishedAtMs.push(clock.now());
			return endings;
		});
		const endings = (await clock.run(Promise.all(processes))).flat();
		expect(tallyOf(endings)).toEqual({ done: 600 });
		expect(service.refusals / service.requests).toBeLessThanOrEqual(0.12);
		// Goodput is what three get out of the quota; how long the last one goes on alone says nothing.
		const sharedMs = Math.min(...finishedAtMs);
		const accepted = service.acceptedAtMs.filter((at) => at <= sharedMs).length;
		expect(accepted / (sharedMs / 1_000) / 10).toBeGreaterThanOrEqual(0.95);
		expect(worstWindow(service.acceptedAtMs)).toBeLessThanOrEqual(10);
	},
);

test.each([
	{ loads: [10, 10, 10], perSecond: 1, startsMs: 500, middle: 0.75 },
	{ loads: [40, 40, 40], perSecond: 10, startsMs: 0, middle: 0.9 },
	{ loads: [40, 40, 40], perSecond: 10, startsMs: 500, middle: 0.85 },
	{ loads: [50, 40, 30], perSecond: 10, startsMs: 1_500, middle: 0.85 },
	{ loads: [10, 10, 10, 10, 10, 10], perSecond: 10, startsMs: 0, middle: 0.85 },
])(
	'at $perSecond/s, processes with $loads files, started every $startsMs ms, leave each other what they do not use',
	async ({ loads, perSecond, startsMs, middle }) => {
		const shares: number[] = [];
		for (let seed = 1; seed <= 15; seed += 1) {
			const { clock, service, settings } = setUp({ seed, perSecond, quotaPerSecond: perSecond });
			const processes = loads.map(async (files, index) => {
				await clock.sleep(index * startsMs);
				await runFiles(fileNumbers(files, index * 1_000), service, settings);
			});
			await clock.run(Promise.all(processes));
			shares.push(service.acceptedAtMs.length / (clock.now() / 1_000) / perSecond);
		}
		shares.sort((a, b) => a - b);
		expect(shares[0]).toBeGreaterThanOrEqual(0.5);
		expect(shares[7]).toBeGreaterThanOrEqual(middle);
	},
);

test('four executions of one process take as long as one with all their files, and end together', async () => {
	const { clock, service, settings } = setUp({ seed: 1, perSecond: 10, quotaPerSecond: 10 });
	const registry = new PacingRegistry();
	const durationsMs = [0, 1, 2, 3].map(async (index) => {
		await runFiles(fileNumbers(50, index * 50), service, { ...settings, registry });
		return clock.now();
	});
	const ended = await clock.run(Promise.all(durationsMs));
	expect(service.refusals).toBe(0);
	expect(clock.now() / ((199 / 10) * 1_000)).toBeLessThanOrEqual(1.1);
	expect(Math.max(...ended) / Math.min(...ended)).toBeLessThanOrEqual(1.3);
});
