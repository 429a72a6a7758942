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
	const ended = abortion(signal);
	try {
		for (;;) {
			const next = await Promise.race([chunks.next(), ended.promise]);
			if (next.done === true) return Buffer.concat(parts).toString('utf8');
			parts.push(next.value);
			bytes += next.value.length;
			if (bytes > maxBytes) return undefined;
		}
	} finally {
		ended.forget();
		void chunks.return?.();
	}
}

function abortion(signal: AbortSignal): {
	readonly promise: Promise<never>;
	readonly forget: () => void;
} {
	let onAbort = (): void => undefined;
	const promise = new Promise<never>((_resolve, reject) => {
		onAbort = () => {
			reject(signal.reason as Error);
		};
		if (signal.aborted) onAbort();
		signal.addEventListener('abort', onAbort, { once: true });
	});
	promise.catch(() => undefined);
	return {
		promise,
		forget: () => {
			signal.removeEventListener('abort', onAbort);
		},
	};
}
