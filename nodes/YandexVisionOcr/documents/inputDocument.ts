import type { Result } from '../problem';

/** One file of one input item, on its way to be recognized. */
export interface InputDocument {
	readonly itemIndex: number;
	/** Absent where the file came as base64 text or by URL. */
	readonly binaryField: string | undefined;
	readonly fileName: string;
	/** Whether the user named it outright; a file that a wildcard found may be skipped. */
	readonly named: boolean;
	/** The size n8n states; absent where it does not. Worth a look before a huge file is read. */
	readonly statedBytes: number | undefined;
	/** Reads the file when its turn comes. Nothing of it is kept: the caller lets the bytes go. */
	readonly read: () => Promise<Result<Buffer>>;
}
