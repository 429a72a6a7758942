import { itemWith } from '../../test/support/engine/recognizeLocally';
import { localCredential } from '../../test/support/engine/localCredential';
import { ocrNode, recognize } from '../../test/support/engine/recognize';
import { peakBytes, resetPeak } from '../../test/support/memory';
import { childInput, runTask } from '../child/task';
import { MEBIBYTE, pictureOf } from '../files';
import type { LargeFiles } from '../rows/largeFiles';

const REST_MS = 500;

/** By how many MiB the memory of n8n's engine grows above its rest while large files are recognized. */
runTask(async () => {
	const task = childInput<LargeFiles>();
	// One file for all: what is to be seen is the node, not the step before it.
	const bytes = pictureOf(task.mebibytes * MEBIBYTE);
	const run = async (files: number) => {
		const execution = await recognize({
			items: Array.from({ length: files }, (_, index) =>
				itemWith({ data: [`${index + 1}.png`, bytes] }),
			),
			credentials: { yandexVisionOcrApi: localCredential(task) },
			binaryMode: 'filesystem',
			onNodeStarted: (name) => {
				if (name === ocrNode) resetPeak();
			},
		});
		if (execution.error !== undefined) throw execution.error;
	};
	await run(1);
	await new Promise((rested) => setTimeout(rested, REST_MS));
	const atRestBytes = resetPeak();
	await run(task.files);
	return (peakBytes() - atRestBytes) / MEBIBYTE;
});
