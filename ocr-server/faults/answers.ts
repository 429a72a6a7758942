import { ServiceError } from '../serviceError';
import { statusErrorBody, wrappedErrorBody } from '../answers/errorBody';
import type { Exchange } from './exchange';
import { writeRaw } from './raw';

/** Another answer in place of the true one. */
export type AnswerFault =
	| {
			readonly kind: 'status';
			readonly status: number;
			/** google.rpc.Code; by default the one that belongs to the status. */
			readonly grpcCode?: number;
			readonly message?: string;
			/** The header's text as it is; a list sends it several times. */
			readonly retryAfter?: string | readonly string[];
			readonly shape?: 'wrapped' | 'plain' | 'html' | 'empty';
			/** Closes the connection at once, also on a sender that is still sending. */
			readonly abrupt?: boolean;
	  }
	| { readonly kind: 'redirect'; readonly status?: number; readonly location: string }
	| {
			/** Hands what was sent back to the sender. */
			readonly kind: 'echo';
			readonly status?: number;
			readonly where?: 'body' | 'headers' | 'reason' | 'location';
	  };

const HTML = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body></body></html>';

const GRPC_CODES: Readonly<Record<number, number>> = {
	400: 3,
	401: 16,
	403: 7,
	404: 5,
	408: 4,
	409: 10,
	429: 8,
	499: 1,
	500: 13,
	501: 12,
	503: 14,
	504: 4,
};

type ByKind<Kind extends AnswerFault['kind']> = Extract<AnswerFault, { kind: Kind }>;

export function status(exchange: Exchange, fault: ByKind<'status'>): void {
	const shape = fault.shape ?? 'wrapped';
	const hints = [fault.retryAfter ?? []].flat();
	writeRaw(exchange, {
		status: fault.status,
		headers: [
			['content-type', shape === 'html' ? 'text/html' : 'application/json'],
			...hints.map((hint): [string, string] => ['retry-after', hint]),
		],
		body: statusBody(fault, shape),
		abrupt: fault.abrupt ?? false,
	});
}

function statusBody(
	fault: ByKind<'status'>,
	shape: 'wrapped' | 'plain' | 'html' | 'empty',
): string {
	if (shape === 'empty') return '';
	if (shape === 'html') return HTML;
	const code = fault.grpcCode ?? GRPC_CODES[fault.status] ?? 2;
	const error = new ServiceError(fault.status, code, fault.message ?? 'a fault on request');
	return shape === 'wrapped' ? wrappedErrorBody(error) : statusErrorBody(error, 'fault');
}

export function redirect(exchange: Exchange, fault: ByKind<'redirect'>): void {
	writeRaw(exchange, {
		status: fault.status ?? 307,
		headers: [['location', fault.location]],
		body: '',
	});
}

const MAX_ECHO = 64 * 1024;

export function echo(exchange: Exchange, fault: ByKind<'echo'>): void {
	const authorization = exchange.request.headers.authorization ?? '';
	const where = fault.where ?? 'body';
	const sent = exchange.body?.slice(0, MAX_ECHO) ?? '';
	const message = where === 'body' ? `you sent ${authorization} and ${sent}` : 'bad request';
	const url = `/?authorization=${encodeURIComponent(authorization)}`;
	writeRaw(exchange, {
		status: fault.status ?? 400,
		reason: where === 'reason' ? authorization : undefined,
		headers: [
			['content-type', 'application/json'],
			...(where === 'headers' ? [['x-received', authorization] as const] : []),
			...(where === 'location' ? [['location', url] as const] : []),
		],
		body: wrappedErrorBody(new ServiceError(fault.status ?? 400, 3, message)),
	});
}
