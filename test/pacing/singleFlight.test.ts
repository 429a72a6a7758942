import { SingleFlight } from '../../nodes/YandexVisionOcr/pacing/singleFlight';

test('many that ask at once get the outcome of one run, the next one a run of its own', async () => {
	const flight = new SingleFlight<number>();
	let runs = 0;
	const start = async () => {
		runs += 1;
		return await Promise.resolve(runs);
	};
	const outcomes = await Promise.all(
		Array.from({ length: 50 }, async () => await flight.run(start)),
	);
	expect(new Set(outcomes)).toEqual(new Set([1]));
	expect(await flight.run(start)).toBe(2);
});

test('a run that fails, fails all who wait for it and nobody after', async () => {
	const flight = new SingleFlight<string>();
	const failing = async () => await Promise.reject(new Error('refused'));
	const outcomes = await Promise.allSettled([flight.run(failing), flight.run(failing)]);
	expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
	await expect(flight.run(async () => await Promise.resolve('renewed'))).resolves.toBe('renewed');
});
