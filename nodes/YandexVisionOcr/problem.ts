/**
 * Why one document failed, as every inner layer hands it back. Only errors.ts turns it into n8n's
 * errors and error items, so that a message is written once and says the same everywhere.
 */
export interface Problem {
	/** Stable, for workflows that branch on it: `FILE_TOO_LARGE`, `QUOTA_EXCEEDED`, … */
	readonly code: string;
	/** What happened, with the measured and the allowed value; without the file's name, which errors.ts adds. */
	readonly message: string;
	/** What the user can do next. */
	readonly hint: string;
	/** Whether the same file, sent again later, may succeed. */
	readonly retryable: boolean;
	readonly httpStatus?: number;
	/** The name this node gave the request (`x-client-request-id`), for the provider's support. */
	readonly requestId?: string;
	/** The asynchronous recognition that goes on at the service; Get Result takes it. */
	readonly operationId?: string;
}

/** A value or the reason why there is none. Inner layers return it instead of throwing. */
export type Result<Value, Reason = Problem> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Reason };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value };
}

export function failed<Reason>(error: Reason): { readonly ok: false; readonly error: Reason } {
	return { ok: false, error };
}
