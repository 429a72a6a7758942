/**
 * The body of an answer as n8n's helper hands it over: a stream where one was asked for, or, from a
 * helper that does not stream, the whole as bytes, as text, or already parsed.
 */
export function bodyChunks(body: unknown): AsyncIterable<Uint8Array> {
	return isAsyncIterable(body) ? body : single(body);
}

/** Closes the connection behind a body that nobody reads on. */
export function discardBody(body: unknown): void {
	if (typeof body !== 'object' || body === null || !('destroy' in body)) return;
	if (typeof body.destroy === 'function') body.destroy();
}

async function* single(body: unknown): AsyncIterable<Uint8Array> {
	if (body === undefined || body === null) return;
	if (body instanceof Uint8Array) yield body;
	else yield Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function isAsyncIterable(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
