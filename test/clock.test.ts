import { getEventListeners } from 'node:events';
import type { Clock } from '../nodes/YandexVisionOcr/pacing/clock';

/** What n8n-workflow exported in its three bands, as read in 1.82, 1.98, 2.33 and 2.41. */
const wait = async (milliseconds: number) =>
	await new Promise<void>((resolve) => {
		setTimeout(resolve, milliseconds);
	});

async function waitOrReject(milliseconds: number, signal: AbortSignal | undefined, reason?: Error) {
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(resolve, milliseconds);
		const interrupt = () => {
			clearTimeout(timer);
			reject(reason ?? signal?.reason);
		};
		if (signal?.aborted) interrupt();
		signal?.addEventListener('abort', interrupt, { once: true });
	});
}

const bands = {
	'before 1.98': { sleep: wait },
	'from 1.98 to 2.33': {
		sleep: wait,
		sleepWithAbort: async (milliseconds: number, signal?: AbortSignal) =>
			await waitOrReject(milliseconds, signal, new Error("n8n's own")),
	},
	'from 2.34': {
		sleep: async (milliseconds: number, signal?: AbortSignal) =>
			await waitOrReject(milliseconds, signal),
	},
	installed: jest.requireActual<object>('n8n-workflow'),
};

function clockOn(exported: object): Clock {
	jest.resetModules();
	jest.doMock('n8n-workflow', () => exported);
	return jest.requireActual<{ readonly clock: Clock }>('../nodes/YandexVisionOcr/clock').clock;
}

describe.each(Object.entries(bands))('on n8n-workflow %s', (_, exported) => {
	const clock = clockOn(exported);

	test('sleeps for the time it is told', async () => {
		const startMs = clock.now();
		await clock.sleep(20);
		await clock.sleep(20, new AbortController().signal);
		expect(clock.now() - startMs).toBeGreaterThanOrEqual(38);
	});

	test('wakes at once with the reason of the signal', async () => {
		const stopping = new AbortController();
		const sleeping = clock.sleep(3_000, stopping.signal);
		stopping.abort('stopped');
		await expect(sleeping).rejects.toBe('stopped');
		await expect(clock.sleep(3_000, stopping.signal)).rejects.toBe('stopped');
	});

	test('leaves no listener behind, woken or not', async () => {
		const { signal } = new AbortController();
		for (let times = 0; times < 20; times += 1) await clock.sleep(0, signal);
		expect(getEventListeners(signal, 'abort')).toHaveLength(0);
		const stopping = new AbortController();
		const sleeping = clock.sleep(1, stopping.signal).catch(() => undefined);
		stopping.abort();
		await sleeping;
		expect(getEventListeners(stopping.signal, 'abort')).toHaveLength(0);
	});
});

test.each([2 ** 31, 1e12, Infinity])(
	'a wait of %d ms does not end at once',
	async (milliseconds) => {
		const clock = clockOn(bands['from 2.34']);
		const stopping = new AbortController();
		const sleeping = clock.sleep(milliseconds, stopping.signal);
		const woke = await Promise.race([sleeping.then(() => true), clock.sleep(30).then(() => false)]);
		stopping.abort('over');
		await expect(sleeping).rejects.toBe('over');
		expect(woke).toBe(false);
	},
);

test('tells the time in milliseconds since 1970, and never steps back', () => {
	const clock = clockOn(bands.installed);
	expect(Math.abs(clock.now() - Date.now())).toBeLessThan(60_000);
	const times = Array.from({ length: 1_000 }, () => clock.now());
	expect(times).toEqual([...times].sort((a, b) => a - b));
});
