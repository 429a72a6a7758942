import { STATUS_CODES } from 'node:http';

import type { Exchange } from './exchange';

export interface RawAnswer {
	readonly status: number;
	readonly reason?: string | undefined;
	readonly headers: ReadonlyArray<readonly [string, string]>;
	readonly body: string | Buffer;
	/** `content-length` to announce; by default the true one, `none` announces nothing. */
	readonly announcedBytes?: number | 'none';
	/** Closes at once, also on a sender that is still sending. */
	readonly abrupt?: boolean;
}

/** Writes past Node's HTTP server, which would correct what a fault wants wrong. */
export function writeRaw(exchange: Exchange, answer: RawAnswer): void {
	const { socket } = exchange.request;
	const body = Buffer.from(answer.body);
	writeHead(exchange, answer, body.length);
	socket.write(body);
	if (answer.abrupt === true) {
		socket.destroySoon();
	} else {
		// Whoever is still sending reads the answer first: what is left of the body is taken.
		exchange.request.resume();
		socket.end();
	}
}

/** Writes the status line and the headers, and lets the connection close after the body. */
export function writeHead(exchange: Exchange, answer: RawAnswer, bodyBytes: number): void {
	const reason = answer.reason ?? STATUS_CODES[answer.status] ?? 'Unknown';
	const length = answer.announcedBytes ?? bodyBytes;
	const headers = [
		...answer.headers,
		...(length === 'none' ? [] : [['content-length', String(length)] as const]),
		['connection', 'close'] as const,
	];
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
	exchange.writtenStatus = answer.status;
	exchange.request.socket.write(`HTTP/1.1 ${answer.status} ${reason}\r\n${lines.join('')}\r\n`);
}
