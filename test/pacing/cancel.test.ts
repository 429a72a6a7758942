import fc from 'fast-check';

import { fileNumbers, runFiles } from '../support/fileRun';
import { seededRandom } from '../support/seededRandom';
import { ServiceModel } from '../support/serviceModel';
import { trials } from '../support/trials';
import { VirtualClock } from '../support/virtualClock';

test('a run that is stopped at any moment settles within 100 ms and sends nothing afterwards', async () => {
	const moment = fc.oneof(
		fc.integer({ min: 0, max: 5_000 }),
		fc.double({ min: 0, max: 60_000, noNaN: true }),
	);
	const faults = fc.record({
		failureShare: fc.constantFrom(0, 0.2, 1),
		failsAs: fc.constantFrom('unavailable' as const, 'notSent' as const, 'unsure' as const),
		quotaPerSecond: fc.constantFrom(3, 10, 1_000),
	});
	await fc.assert(
		fc.asyncProperty(moment, faults, fc.integer(), async (stopMs, fault, seed) => {
			const clock = new VirtualClock();
			const random = seededRandom(seed);
			const { failureShare, ...settings } = fault;
			const service = new ServiceModel({
				clock,
				random,
				failureShare: () => failureShare,
				...settings,
			});
			const stopping = new AbortController();
			let sentUntilStop = Infinity;
			clock.after(stopMs, () => {
				stopping.abort('stopped by hand');
				sentUntilStop = service.requests;
			});
			const { signal: cancel } = stopping;
			const run = runFiles(fileNumbers(40), service, { clock, random, perSecond: 10, cancel });
			const endings = await clock.run(run);
			if (endings.some((ending) => !ending.ok && ending.why === 'cancelled')) {
				expect(clock.now() - stopMs).toBeLessThanOrEqual(100);
			}
			await clock.advance(120_000);
			expect(service.requests).toBeLessThanOrEqual(sentUntilStop);
			expect(clock.pendingTimers).toBe(0);
		}),
		{ numRuns: trials(40, 1_000).length },
	);
});
