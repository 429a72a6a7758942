/** A kind of file the service does not read, and what to do with such a file instead. */
export interface RefusedFormat {
	/** Completes "It is …". */
	readonly is: string;
	readonly hint: string;
}

/** Recognises refused kinds of one family; `undefined` for what is not of it. */
export type Recognizer = (bytes: Buffer) => RefusedFormat | undefined;

export const editImageHint =
	"Convert it to JPEG or PNG first, for example with n8n's Edit Image node (option Format).";
export const convertImageHint =
	'Convert it to JPEG or PNG first, with an image editor or converter.';
export const savePdfHint = 'Save or print it as PDF first, and recognize that.';
