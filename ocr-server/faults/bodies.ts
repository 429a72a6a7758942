import { once } from 'node:events';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import type { Exchange } from './exchange';
import { writeHead, writeRaw } from './raw';

/** An answer with status 200 whose body is not what it should be. */
export type BodyFault =
	| {
			/** The true answer, cut. How its end is told decides whether a client can notice. */
			readonly kind: 'truncated';
			/** What is kept, in bytes, or below 1 as a share of the answer; 0.5 by default. */
			readonly keep?: number;
			/**
			 * `length`: the whole length announced; `shortLength`: only the kept length announced;
			 * `chunked`: no last chunk; `close`: nothing announced, the connection closes.
			 */
			readonly framing?: 'length' | 'shortLength' | 'chunked' | 'close';
	  }
	| { readonly kind: 'body'; readonly body: string; readonly contentType?: string }
	| { readonly kind: 'empty' }
	| { readonly kind: 'html' }
	| { readonly kind: 'gzipBomb'; readonly mebibytes?: number }
	| {
			readonly kind: 'endless';
			/** What stands before, such as the beginning of a page. */
			readonly beginning?: string;
	  }
	| { readonly kind: 'blankLines'; readonly count?: number }
	| { readonly kind: 'deepJson'; readonly depth?: number };

type ByKind<Kind extends BodyFault['kind']> = Extract<BodyFault, { kind: Kind }>;

const JSON_CONTENT = ['content-type', 'application/json'] as const;
const MEBIBYTE = 1024 * 1024;

export function truncated(exchange: Exchange, fault: ByKind<'truncated'>): void {
	const whole = Buffer.from(exchange.answer?.body ?? '');
	const keep = fault.keep ?? 0.5;
	const kept = whole.subarray(0, keep < 1 ? Math.floor(whole.length * keep) : keep);
	const answer = { status: exchange.answer?.status ?? 200, headers: [JSON_CONTENT] };
	switch (fault.framing ?? 'length') {
		case 'length':
			return writeRaw(exchange, { ...answer, body: kept, announcedBytes: whole.length });
		case 'shortLength':
			return writeRaw(exchange, { ...answer, body: kept });
		case 'close':
			return writeRaw(exchange, { ...answer, body: kept, announcedBytes: 'none' });
		case 'chunked':
			return writeRaw(exchange, {
				...answer,
				headers: [JSON_CONTENT, ['transfer-encoding', 'chunked']],
				body: firstChunk(kept),
				announcedBytes: 'none',
			});
	}
}

/** A chunk as HTTP/1.1 frames it; without the closing chunk of length 0 the body is not whole. */
function firstChunk(bytes: Buffer): Buffer {
	if (bytes.length === 0) return bytes;
	return Buffer.concat([
		Buffer.from(`${bytes.length.toString(16)}\r\n`),
		bytes,
		Buffer.from('\r\n'),
	]);
}

export function body(exchange: Exchange, fault: ByKind<'body'>): void {
	const contentType = ['content-type', fault.contentType ?? 'application/json'] as const;
	writeRaw(exchange, { status: 200, headers: [contentType], body: fault.body });
}

export function empty(exchange: Exchange): void {
	writeRaw(exchange, { status: 200, headers: [JSON_CONTENT], body: '' });
}

export function html(exchange: Exchange): void {
	const page = '<!DOCTYPE html><html><body>Sign in to the hotel network</body></html>';
	writeRaw(exchange, { status: 200, headers: [['content-type', 'text/html']], body: page });
}

/** A few hundred kilobytes that become `mebibytes`: gzip members may follow one another. */
export function gzipBomb(exchange: Exchange, fault: ByKind<'gzipBomb'>): void {
	const member = gzipSync(Buffer.alloc(MEBIBYTE, ' '), { level: 9 });
	writeRaw(exchange, {
		status: 200,
		headers: [JSON_CONTENT, ['content-encoding', 'gzip']],
		body: Buffer.concat(Array.from({ length: fault.mebibytes ?? 256 }, () => member)),
	});
}

/** One line that never ends, as fast as the client takes it. */
export async function endless(exchange: Exchange, fault: ByKind<'endless'>): Promise<void> {
	const { socket } = exchange.request;
	writeHead(
		exchange,
		{ status: 200, headers: [JSON_CONTENT], body: '', announcedBytes: 'none' },
		0,
	);
	socket.write(fault.beginning ?? '');
	const chunk = Buffer.alloc(64 * 1024, 'x');
	while (!socket.destroyed) {
		if (!socket.write(chunk)) await drainedOrClosed(socket);
	}
}

async function drainedOrClosed(socket: Socket): Promise<void> {
	const settled = new AbortController();
	const { signal } = settled;
	const events = ['drain', 'close'].map((event) => once(socket, event, { signal }));
	await Promise.race(events).finally(() => settled.abort());
	await Promise.allSettled(events);
}

export function blankLines(exchange: Exchange, fault: ByKind<'blankLines'>): void {
	writeRaw(exchange, {
		status: 200,
		headers: [JSON_CONTENT],
		body: '\n'.repeat(fault.count ?? 1_000_000),
	});
}

export function deepJson(exchange: Exchange, fault: ByKind<'deepJson'>): void {
	const depth = fault.depth ?? 1_000_000;
	const value = '['.repeat(depth) + ']'.repeat(depth);
	writeRaw(exchange, {
		status: 200,
		headers: [JSON_CONTENT],
		body: `{"result":{"textAnnotation":${value}}}\n`,
	});
}
