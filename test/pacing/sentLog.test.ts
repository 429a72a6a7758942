import { SentLog } from '../../nodes/YandexVisionOcr/pacing/sentLog';

test('knows when the last requests went out, however many there were', () => {
	const log = new SentLog();
	expect(log.atMs(1)).toBe(-Infinity);
	for (let atMs = 1; atMs <= 2_500; atMs++) log.add({ atMs });
	expect([1, 2, 50, 1_000].map((back) => log.atMs(back))).toEqual([2_500, 2_499, 2_451, 1_501]);
});

test('a time that is corrected later counts from then on', () => {
	const log = new SentLog();
	const request = { atMs: 1 };
	log.add(request);
	request.atMs = 3;
	expect(log.atMs(1)).toBe(3);
});
