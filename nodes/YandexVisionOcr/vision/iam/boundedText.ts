import { abortable } from '../../pacing/abortable';

/**
 * The text of a streamed answer; undefined when it is longer than `maxBytes`. Rejects with the
 * signal's reason when it aborts first: a stream that stands still would hold on forever.
 */
export async function readBoundedText(
	body: AsyncIterable<Uint8Array>,
	maxBytes: number,
	signal: AbortSignal,
): Promise<string | undefined> {
	const chunks = body[Symbol.asyncIterator]();
	const parts: Uint8Array[] = [];
	let bytes = 0;
	try {
		for (;;) {
			const next = await abortable(chunks.next(), signal);
			if (next.done === true) return Buffer.concat(parts).toString('utf8');
			parts.push(next.value);
			bytes += next.value.length;
			if (bytes > maxBytes) return undefined;
		}
	} finally {
		void chunks.return?.();
	}
}
