import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Endpoint } from '../endpoint';
import { redactedHeaders } from '../requestLog';
import { ServiceError } from '../serviceError';
import { nowMs } from '../time';
import type { Service } from './service';
import { admitVisitor, type Visit } from './visit';

/** Logs a request whose headers are there, and decides who asks and which fault it meets. */
export function arrive(
	service: Service,
	endpoint: Endpoint,
	request: FastifyRequest,
	reply: FastifyReply,
): Visit {
	const arrivedAtMs = nowMs();
	const fault = service.faults.choose(endpoint);
	const clientRequestId = [request.headers['x-client-request-id'] ?? []].flat()[0];
	const logged = {
		endpoint,
		method: request.method,
		path: request.url,
		arrivedAtMs,
		headers: redactedHeaders(request.headers),
		...(clientRequestId === undefined ? {} : { clientRequestId }),
		requestId: randomUUID(),
		bytes: 0,
		...(fault === undefined ? {} : { fault: fault.kind }),
	};
	service.requests.push(logged);
	service.counts.received[endpoint] += 1;
	const visit: Visit = {
		exchange: {
			endpoint,
			request: request.raw,
			response: reply.raw,
			stopping: service.stopping,
			body: undefined,
			answer: undefined,
			writtenStatus: undefined,
		},
		logged,
		fault,
		account: admitVisitor(service, endpoint, request, arrivedAtMs),
	};
	followToTheEnd(visit);
	return visit;
}

function followToTheEnd({ exchange, logged, account }: Visit): void {
	if (!(account instanceof ServiceError)) logged.accountId = account.id;
	exchange.response.once('close', () => {
		logged.endedAtMs = nowMs();
		const status = exchange.writtenStatus ?? sentStatus(exchange.response);
		if (status !== undefined) logged.status = status;
	});
}

function sentStatus(response: ServerResponse): number | undefined {
	return response.headersSent ? response.statusCode : undefined;
}
