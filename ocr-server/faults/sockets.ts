import { wait } from '../time';
import type { Exchange } from './exchange';
import { writeHead } from './raw';

/** What happens to the connection, or to time, instead of an answer. */
export type SocketFault =
	| { readonly kind: 'reset' }
	| { readonly kind: 'resetMidBody' }
	| { readonly kind: 'silence' }
	| { readonly kind: 'slow'; readonly delayMs: number }
	| {
			/** The true answer, a few bytes at a time. */
			readonly kind: 'drip';
			readonly intervalMs?: number;
			readonly bytes?: number;
	  };

type ByKind<Kind extends SocketFault['kind']> = Extract<SocketFault, { kind: Kind }>;

export function reset(exchange: Exchange): void {
	exchange.request.socket.resetAndDestroy();
}

/** Half of the true answer, then a reset. */
export async function resetMidBody(exchange: Exchange): Promise<void> {
	const { socket } = exchange.request;
	const body = Buffer.from(exchange.answer?.body ?? '{"result": {"textAnnotation": {');
	writeHead(exchange, { status: 200, headers: [jsonContent], body: '' }, body.length + 1);
	// A reset throws away what is not sent yet.
	await new Promise((sent) => socket.write(body.subarray(0, Math.ceil(body.length / 2)), sent));
	await wait(20, exchange.stopping);
	socket.resetAndDestroy();
}

/** Leaves the client waiting until it hangs up or the server closes. */
export function silence(): void {
	return;
}

export async function slow(exchange: Exchange, fault: ByKind<'slow'>): Promise<'goOn'> {
	await wait(fault.delayMs, exchange.stopping);
	return 'goOn';
}

export async function drip(exchange: Exchange, fault: ByKind<'drip'>): Promise<void> {
	const { socket } = exchange.request;
	const body = Buffer.from(exchange.answer?.body ?? ' '.repeat(1000));
	const status = exchange.answer?.status ?? 200;
	writeHead(exchange, { status, headers: [jsonContent], body: '' }, body.length);
	const step = fault.bytes ?? 1;
	for (let sent = 0; sent < body.length && !socket.destroyed; sent += step) {
		socket.write(body.subarray(sent, sent + step));
		await wait(fault.intervalMs ?? 100, exchange.stopping);
		if (exchange.stopping.aborted) return;
	}
	socket.end();
}

const jsonContent = ['content-type', 'application/json'] as const;
