import type { Sent } from '../../nodes/YandexVisionOcr/pacing/sentLog';
import { Slots } from '../../nodes/YandexVisionOcr/pacing/slots';

const SETTING = 10;
/** A second, and two percent for the network. */
const WINDOW_MS = 1_020;

interface Scene {
	readonly slots: Slots;
	readonly sent: readonly Sent[];
}

/** Requests a tenth of a second apart, the first at 0. */
function send(slots: Slots, count: number): readonly Sent[] {
	return Array.from({ length: count }, (_, index) => sendAt(slots, index * 100));
}

function sendAt(slots: Slots, atMs: number): Sent {
	const request = { atMs };
	slots.sent(request, SETTING);
	return request;
}

/** Of five requests the service refused the last two, at once. */
function threeOfFive(random = 0.5): Scene {
	const slots = new Slots(() => random);
	const sent = send(slots, 5);
	for (const request of sent.slice(3)) slots.refused(request, SETTING, request.atMs + 20);
	return { slots, sent };
}

/** After three of five, when each of the three left room again. */
function secondRound(): Scene {
	const { slots } = threeOfFive();
	return { slots, sent: [0, 100, 200].map((atMs) => sendAt(slots, WINDOW_MS + atMs)) };
}

test('nothing refused: no request has to wait', () => {
	const slots = new Slots(() => 0.5);
	send(slots, 5);
	expect([slots.nextAtMs(500), slots.gapMs(500)]).toEqual([-Infinity, 0]);
});

test('after a refusal each request goes when one that was taken leaves room again', () => {
	const { slots } = threeOfFive();
	expect(slots.gapMs(500)).toBe(WINDOW_MS / 3);
	const wentAtMs = [0, 1, 2].map(() => {
		const atMs = slots.nextAtMs(500);
		sendAt(slots, atMs);
		return atMs;
	});
	expect(wentAtMs).toEqual([WINDOW_MS, WINDOW_MS + 100, WINDOW_MS + 200]);
});

test('a request that left the process later leaves room later', () => {
	const { slots, sent } = threeOfFive();
	for (const request of sent) request.atMs += 40;
	expect(slots.nextAtMs(500)).toBe(WINDOW_MS + 40);
});

test.each([
	[0, 0.75],
	[0.5, 1],
	[1, 1.25],
])('one more is tried after a while, not by all processes at once (random %d)', (random, share) => {
	const { slots } = threeOfFive(random);
	for (const round of [1, 2, 3]) {
		for (const atMs of [0, 100, 200]) sendAt(slots, round * WINDOW_MS + atMs);
	}
	// Three tenths of the eight seconds that it takes near the setting, from the last refusal on.
	expect(slots.nextAtMs(2_500)).toBeCloseTo(Math.min(4 * WINDOW_MS, 420 + 2_400 * share), 5);
});

test('what was tried and not refused is kept, and more tried soon, up to the setting', () => {
	const { slots } = secondRound();
	const triedAtMs = 1_500;
	sendAt(slots, triedAtMs);
	expect(slots.gapMs(triedAtMs)).toBe(WINDOW_MS / 4);
	expect(slots.nextAtMs(triedAtMs)).toBe(triedAtMs + 150);
	for (let tried = 5; tried < SETTING; tried += 1) sendAt(slots, triedAtMs + tried);
	expect(slots.gapMs(triedAtMs)).toBe(WINDOW_MS / 9);
	sendAt(slots, triedAtMs + SETTING);
	expect([slots.nextAtMs(1_600), slots.gapMs(1_600)]).toEqual([-Infinity, 0]);
});

test('what was tried and refused costs none of the others', () => {
	const { slots } = secondRound();
	const tried = sendAt(slots, 1_500);
	expect(slots.refused(tried, SETTING, 1_520)).toBe(false);
	expect(slots.gapMs(1_520)).toBe(WINDOW_MS / 3);
	expect(slots.nextAtMs(1_520)).toBe(2 * WINDOW_MS);
});

test('one that another process took is gone', () => {
	const { slots, sent } = secondRound();
	const [, , last] = sent;
	if (last) expect(slots.refused(last, SETTING, 1_300)).toBe(false);
	expect(slots.gapMs(1_300)).toBe(WINDOW_MS / 2);
});

test('there is always one left, and it is told when the service takes nothing', () => {
	const slots = new Slots(() => 0.5);
	const told = send(slots, 3).map((request) => slots.refused(request, SETTING, 300));
	expect(told).toEqual([false, false, true]);
	expect(slots.gapMs(300)).toBe(WINDOW_MS);
	expect(slots.nextAtMs(300)).toBe(-Infinity);
});

test('where only one of many was refused, it may be chance: one more is tried after a second', () => {
	const slots = new Slots(() => 0.5);
	const sent = send(slots, 9);
	for (const request of sent.slice(8)) slots.refused(request, SETTING, 820);
	for (const { atMs } of sent.slice(0, 8)) sendAt(slots, atMs + WINDOW_MS);
	expect(slots.nextAtMs(1_730)).toBe(1_820);
});

test('where one is left, one more is tried after a second at the soonest', () => {
	const slots = new Slots(() => 0.5);
	for (const request of send(slots, 2)) slots.refused(request, SETTING, 300);
	sendAt(slots, 400);
	expect(slots.nextAtMs(400)).toBe(1_300);
});

test('after an idle time nobody counts with the slots of then', () => {
	const { slots } = threeOfFive();
	expect(slots.gapMs(60_000)).toBe(0);
	sendAt(slots, 60_000);
	expect(slots.gapMs(60_000)).toBe(WINDOW_MS / 3);
});

test('slots that were found at a higher setting are cut to this one first', () => {
	const slots = new Slots(() => 0.5);
	const sent = Array.from({ length: 30 }, (_, index) => ({ atMs: index * 20 }));
	for (const request of sent) slots.sent(request, 50);
	slots.refused({ atMs: 600 }, 50, 620);
	slots.refused({ atMs: 620 }, SETTING, 640);
	expect(slots.gapMs(640)).toBe(WINDOW_MS / 9);
});

test.each([
	[20, 150],
	[200, 300],
	[2_000, 500],
])('refusals that take %d ms: the next one is tried after %d ms', (refusalMs, nextMs) => {
	const slots = new Slots(() => 0.5);
	const [first] = send(slots, 1);
	if (first) slots.refused(first, SETTING, refusalMs);
	sendAt(slots, 10_000);
	sendAt(slots, 10_100);
	expect(slots.nextAtMs(10_100)).toBe(10_100 + nextMs);
});
