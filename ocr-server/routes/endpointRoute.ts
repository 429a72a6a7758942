import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { statusErrorBody, wrappedErrorBody } from '../answers/errorBody';
import type { Account } from '../auth/accounts';
import type { Endpoint } from '../endpoint';
import type { Answer } from '../faults/exchange';
import { phaseOf, strike } from '../faults/table';
import type { FaultPhase } from '../faults/fault';
import { redactedHeaders } from '../requestLog';
import { internal, ServiceError } from '../serviceError';
import { nowMs } from '../time';
import type { Asked, EndpointRoute } from './asked';
import type { Service } from './service';
import { admitVisitor, type Visit } from './visit';

/** Fastify hands the same request object to hook and handler. */
const visits = new WeakMap<FastifyRequest, Visit>();

/** Adds a route with all that the endpoints have in common: log, faults, sign-in, quota, errors. */
export function addEndpoint(app: FastifyInstance, service: Service, route: EndpointRoute): void {
	app.route({
		method: route.method,
		url: route.url,
		onRequest: async (request, reply) => {
			const visit = arrive(service, route.endpoint, request, reply);
			visits.set(request, visit);
			await meetFault(visit, 'arrival', reply);
		},
		handler: async (request, reply) => {
			const visit = visits.get(request);
			if (visit === undefined) throw internal('a request without arrival');
			await handle(service, route, visit, request, reply);
			return await reply;
		},
	});
}

function arrive(
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

/** True when the fault took the request over. */
async function meetFault(visit: Visit, phase: FaultPhase, reply: FastifyReply): Promise<boolean> {
	const { fault, exchange } = visit;
	if (fault === undefined || phaseOf(fault) !== phase) return false;
	if (fault.kind !== 'slow') reply.hijack();
	const outcome = await strike(exchange, fault);
	return outcome !== 'goOn';
}

async function handle(
	service: Service,
	route: EndpointRoute,
	visit: Visit,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { exchange, logged, account } = visit;
	const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	logged.bytes = body.length;
	exchange.body = body.toString();
	if (await meetFault(visit, 'received', reply)) return;
	const asked = { visit, body: exchange.body, request, atMs: nowMs() };
	exchange.answer = await answer(service, route, { ...asked, account });
	if (await meetFault(visit, 'answered', reply)) return;
	send(exchange.answer, logged.requestId, reply);
}

async function answer(
	service: Service,
	route: EndpointRoute,
	asked: Omit<Asked, 'account'> & { readonly account: Account | ServiceError },
): Promise<Answer> {
	const { account } = asked;
	try {
		if (account instanceof ServiceError) throw account;
		return await route.serve(service, { ...asked, account });
	} catch (error) {
		return refusal(service, route.endpoint, error, asked.visit.logged.requestId);
	}
}

function refusal(service: Service, endpoint: Endpoint, error: unknown, requestId: string): Answer {
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

function send(answer: Answer, requestId: string, reply: FastifyReply): void {
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
