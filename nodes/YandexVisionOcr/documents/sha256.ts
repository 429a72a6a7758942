import { createHash } from 'crypto';

/** The file's fingerprint, in hexadecimal, by which later nodes tell the same file again. */
export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
