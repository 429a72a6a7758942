import { setTimeout as sleep } from 'node:timers/promises';
import { childInput, runTask } from '../child/task';
import { pictureOf } from '../files';
import { plainNode, type PlainTask } from './plainNode';

/** A little more than the quota's second, so that the network's jitter costs no file. */
const GAP_MS = 1_010;

/** Today's nodes at their best: one file after the other, paced to the synchronous quota. */
runTask(async () => {
	const task = childInput<PlainTask>();
	const send = plainNode(task);
	const startedAtMs = performance.now();
	let lost = 0;
	for (let file = 0; file < task.files; file++) {
		const nextAtMs = performance.now() + GAP_MS;
		if (!(await send(pictureOf(0, file)))) lost += 1;
		if (file < task.files - 1) await sleep(Math.max(0, nextAtMs - performance.now()));
	}
	return { tookMs: performance.now() - startedAtMs, lost };
});
