import type { Result } from '../../problem';

/** What a file format has to offer to be readable; formats/registry.ts lists them all. */
export interface Format<Facts> {
	/** Whether the first bytes say that the file is of this format, even if it is cut or damaged. */
	readonly claims: (bytes: Buffer) => boolean;
	/** Reads the facts from header bytes, in time linear in the file and without decoding it. */
	readonly inspect: (bytes: Buffer) => Result<Facts>;
}
