import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Endpoint } from '../endpoint';

/** An answer before it is written. */
export interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
}

/** One request on its way through the server, as a fault sees it. */
export interface Exchange {
	readonly endpoint: Endpoint;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	/** Aborts when the server closes. */
	readonly stopping: AbortSignal;
	/** The request's body, once it is read. */
	body: string | undefined;
	/** The true answer, once there is one. */
	answer: Answer | undefined;
	/** The status that was really written, once one was. */
	writtenStatus: number | undefined;
}
