import { childInput, runTask } from '../child/task';
import { pictureOf } from '../files';
import { plainNode, type PlainTask } from './plainNode';

/** All files at once, unpaced. */
runTask(async () => {
	const task = childInput<PlainTask>();
	const send = plainNode(task);
	const startedAtMs = performance.now();
	const files = Array.from({ length: task.files }, (_, index) => pictureOf(0, index));
	const sent = await Promise.all(files.map(send));
	const lost = sent.filter((isDone) => !isDone).length;
	return { tookMs: performance.now() - startedAtMs, lost };
});
