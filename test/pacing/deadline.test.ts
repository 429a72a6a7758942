import { getEventListeners } from 'node:events';

import {
	abortedBy,
	startDeadline,
	TimedOutError,
	unlimited,
} from '../../nodes/YandexVisionOcr/pacing/deadline';
import { VirtualClock } from '../support/virtualClock';

test('ends after its time, and says so without the word that marks an execution as stopped by hand', async () => {
	const clock = new VirtualClock();
	const deadline = startDeadline(clock, 600_000, unlimited());
	await clock.advance(599_999);
	expect(deadline.signal.aborted).toBe(false);
	await clock.advance(1);
	expect(deadline.signal.reason).toBeInstanceOf(TimedOutError);
	expect(String(deadline.signal.reason)).toContain('timed out after 600 s');
	expect(String(deadline.signal.reason)).not.toMatch(/cancel/i);
	expect(abortedBy(deadline.signal)).toBe('deadline');
});

test('ends at once with the execution, for its reason', () => {
	const cancel = new AbortController();
	const run = startDeadline(new VirtualClock(), 1_000, unlimited(cancel.signal));
	const file = startDeadline(new VirtualClock(), 500, run);
	cancel.abort('stopped by hand');
	expect(file.signal.reason).toBe('stopped by hand');
	expect(abortedBy(file.signal)).toBe('cancelled');
});

test('has ended from the start where the execution has', () => {
	const deadline = startDeadline(new VirtualClock(), 1_000, unlimited(AbortSignal.abort('over')));
	expect(deadline.signal.reason).toBe('over');
});

test('ends with the deadline around it, and the time left is that of the nearer one', async () => {
	const clock = new VirtualClock();
	const run = startDeadline(clock, 1_000, unlimited());
	const file = startDeadline(clock, 5_000, run);
	const request = startDeadline(clock, 300, file);
	await clock.advance(100);
	expect([run, file, request].map((deadline) => deadline.remainingMs())).toEqual([900, 900, 200]);
	await clock.advance(900);
	expect(file.signal.reason).toEqual(new TimedOutError(1_000));
	expect(request.signal.reason).toEqual(new TimedOutError(300));
	expect(file.remainingMs()).toBe(0);
});

test('leaves no timer, no listener and no warning of one, for a thousand files of one execution', async () => {
	const warnings: Error[] = [];
	const note = (warning: Error) => warnings.push(warning);
	process.on('warning', note);
	const clock = new VirtualClock();
	const cancel = new AbortController();
	const run = unlimited(cancel.signal);
	const files = Array.from({ length: 1_000 }, () => startDeadline(clock, 1_000, run));
	expect(getEventListeners(cancel.signal, 'abort')).toHaveLength(1);
	for (const file of files) file.dispose();
	await clock.settle();
	expect(clock.pendingTimers).toBe(0);
	run.scope.end('over');
	expect(files.some((file) => file.signal.aborted)).toBe(false);
	run.dispose();
	expect(getEventListeners(cancel.signal, 'abort')).toHaveLength(0);
	process.off('warning', note);
	expect(warnings).toEqual([]);
});

test('without a limit sets no timer', () => {
	const clock = new VirtualClock();
	const deadline = startDeadline(clock, Infinity, unlimited());
	expect([clock.pendingTimers, deadline.remainingMs()]).toEqual([0, Infinity]);
});
