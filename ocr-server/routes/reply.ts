import type { FastifyReply } from 'fastify';

import { statusErrorBody, wrappedErrorBody } from '../answers/errorBody';
import type { Endpoint } from '../endpoint';
import type { Answer } from '../faults/exchange';
import { internal, ServiceError } from '../serviceError';
import type { Service } from './service';

/** What `error` is answered with, in the form of the endpoint's host. */
export function refusal(
	service: Service,
	endpoint: Endpoint,
	error: unknown,
	requestId: string,
): Answer {
	const refused = error instanceof ServiceError ? error : internal('internal error');
	const { retryAfter } = service.settings;
	const isStatus = endpoint === 'state' || endpoint === 'cancel' || endpoint === 'tokens';
	return {
		status: refused.httpStatus,
		...(refused.httpStatus === 429 && retryAfter !== undefined
			? { headers: { 'retry-after': retryAfter } }
			: {}),
		body: isStatus ? statusErrorBody(refused, requestId) : wrappedErrorBody(refused),
	};
}

export function send(answer: Answer, requestId: string, reply: FastifyReply): void {
	reply
		.code(answer.status)
		.headers({
			'content-type': 'application/json',
			'x-request-id': requestId,
			'x-server-trace-id': requestId.replaceAll('-', ''),
			...answer.headers,
		})
		.send(answer.body);
}
