import { randomBytes } from 'node:crypto';
import { peakBytes, resetPeak } from '../../test/support/memory';
import { childInput, runTask } from '../child/task';
import { recognitionBody } from '../shipped';

const request = { mimeType: 'PNG', model: 'page', languageCodes: ['*'] };

/** Answers by how many times its own size the memory grows while one body is built. */
runTask(async () => {
	const { bytes, isNaive } = childInput<{ bytes: number; isNaive: boolean }>();
	const file = randomBytes(bytes);
	const build = (content: Buffer): Buffer =>
		isNaive
			? Buffer.from(JSON.stringify({ ...request, content: content.toString('base64') }))
			: recognitionBody(request, content);
	build(file.subarray(0, 1024));
	const atRestBytes = resetPeak();
	const body = build(file);
	return (peakBytes() - atRestBytes) / body.length;
});
