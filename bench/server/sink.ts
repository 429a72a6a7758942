import { join } from 'node:path';
import { firstReport, startChild } from '../child/runInChild';

/** Lends the address of a server that only takes what is posted. */
export async function withSink<Value>(use: (url: string) => Promise<Value>): Promise<Value> {
	const child = startChild(join(__dirname, 'sinkProcess.ts'), {});
	try {
		return await use(await firstReport<string>(child));
	} finally {
		child.disconnect();
	}
}
