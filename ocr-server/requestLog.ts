import type { IncomingHttpHeaders } from 'node:http';

import { countPerEndpoint, type Endpoint } from './endpoint';
import type { FaultKind } from './faults/fault';

/** One request that arrived, without its secrets and without its content. */
export interface LoggedRequest {
	readonly endpoint: Endpoint;
	readonly method: string;
	readonly path: string;
	/** When its headers were there, in milliseconds since 1970, with fractions. */
	readonly arrivedAtMs: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly clientRequestId?: string;
	/** Our `x-request-id` in the answer. */
	readonly requestId: string;
	/** The account's ID, once it is known who asks. */
	accountId?: string;
	/** Of the body, as far as it was read. */
	bytes: number;
	/** CRC-32 of the decoded file, to tell files apart. */
	documentChecksum?: number;
	fault?: FaultKind;
	/** Left out while the answer is under way, and for a request that never got one. */
	status?: number;
	endedAtMs?: number;
}

export interface Counts {
	readonly received: Record<Endpoint, number>;
	/** Answered 429 because of the quota, not of a fault. */
	readonly overQuota: Record<Endpoint, number>;
	/** Pages recognised: what the service would charge. */
	billedPages: number;
	/** Submissions taken. */
	operations: number;
	/** IAM tokens given out for a JWT or an OAuth token. */
	tokenExchanges: number;
}

export function zeroCounts(): Counts {
	return {
		received: countPerEndpoint(),
		overQuota: countPerEndpoint(),
		billedPages: 0,
		operations: 0,
		tokenExchanges: 0,
	};
}

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** The headers as they may be kept: of a secret one only its scheme. */
export function redactedHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => {
			const text = [value ?? ''].flat().join(', ');
			return [name, SECRET_HEADERS.has(name) ? redacted(text) : text];
		}),
	);
}

function redacted(text: string): string {
	const scheme = /^(Api-Key|Bearer|Basic) /.exec(text)?.[1];
	return scheme === undefined ? 'REDACTED' : `${scheme} REDACTED`;
}
