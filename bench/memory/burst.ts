import { plainNode } from '../baseline/plainNode';
import { peakBytes, resetPeak } from '../../test/support/memory';
import { childInput, runTask } from '../child/task';
import { MEBIBYTE, pictureOf } from '../files';
import type { LargeFiles } from '../rows/largeFiles';

/** The same growth in MiB where all files are read and sent at once, as objects. */
runTask(async () => {
	const task = childInput<LargeFiles>();
	const send = plainNode(task);
	await send(pictureOf(0));
	const stored = pictureOf(task.mebibytes * MEBIBYTE);
	const atRestBytes = resetPeak();
	const files = Array.from({ length: task.files }, () => Buffer.from(stored));
	await Promise.all(files.map(send));
	return (peakBytes() - atRestBytes) / MEBIBYTE;
});
