/** What a request without a file may take. */
const BASE_MS = 30_000;
/** A slow upload, with what a proxy takes to hand it on. */
const UPLOAD_BYTES_PER_SECOND = 100_000;

/**
 * How long one request may take, in milliseconds: 30 s, and more for what is sent.
 * @param seconds the user's setting; 0 means by size
 */
export function callTimeoutMs(seconds: number, bodyBytes: number): number {
	return seconds > 0 ? seconds * 1000 : BASE_MS + (bodyBytes / UPLOAD_BYTES_PER_SECOND) * 1000;
}
