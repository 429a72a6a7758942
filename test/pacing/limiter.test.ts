import { Limiter } from '../../nodes/YandexVisionOcr/pacing/limiter';
import { VirtualClock } from '../support/virtualClock';

function setUp(options: { readonly holdBackMs?: () => number } = {}) {
	const clock = new VirtualClock();
	const limiter = new Limiter({ clock, random: () => 0.5, ...options });
	const sentAt: number[] = [];
	const names: string[] = [];
	const send = (name: string) => async () => {
		names.push(name);
		sentAt.push(clock.now());
	};
	return { clock, limiter, sentAt, names, send };
}

/** The most requests in any window of a second, the window's end excluded. */
function worstWindow(sentAt: readonly number[]): number {
	return Math.max(
		...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + 1_000).length),
	);
}

const quotas = [
	{ perSecond: 1, requests: 15, utilisation: 0.97 },
	{ perSecond: 10, requests: 150, utilisation: 0.97 },
	{ perSecond: 50, requests: 500, utilisation: 0.95 },
];

test.each(quotas)('$perSecond/s is used but never exceeded', async (quota) => {
	const { clock, limiter, sentAt, send } = setUp();
	const lane = limiter.lane(quota.perSecond);
	const all = Array.from({ length: quota.requests }, () => lane.send(send('file')));
	await clock.run(Promise.all(all));
	expect(worstWindow(sentAt)).toBeLessThanOrEqual(quota.perSecond);
	const boundMs = ((quota.requests - 1) / quota.perSecond) * 1_000;
	expect(boundMs / clock.now()).toBeGreaterThanOrEqual(quota.utilisation);
});
