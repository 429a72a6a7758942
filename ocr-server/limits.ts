/** What the service takes, from its documentation. */
export interface Limits {
	/** Of the decoded file. */
	readonly maxBytes: number;
	/** Width × height, in pixels. */
	readonly maxPixels: number;
	readonly maxSyncPdfPages: number;
	readonly maxAsyncPdfPages: number;
}

export const SERVICE_LIMITS: Limits = {
	maxBytes: 10_485_760,
	maxPixels: 20_000_000,
	maxSyncPdfPages: 1,
	maxAsyncPdfPages: 200,
};

export const MAX_MODEL_LENGTH = 50;
export const MAX_LANGUAGES = 8;

/** Above any base64 of a file that is just too big, so that such a file gets the service's own 400. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** How the refusal of a PDF begins that has more pages than the call takes. The wording is ours. */
export const TOO_MANY_PDF_PAGES = 'too many pages in the PDF';

/** The one message that tells "come again later" from "no such thing", both 404. */
export const NOT_READY = 'operation data is not ready';
