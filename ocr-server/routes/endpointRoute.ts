import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Account } from '../auth/accounts';
import type { Answer } from '../faults/exchange';
import { phaseOf, strike } from '../faults/table';
import type { FaultPhase } from '../faults/fault';
import { internal, ServiceError } from '../serviceError';
import { nowMs } from '../time';
import { arrive } from './arrival';
import type { Asked, EndpointRoute } from './asked';
import { refusal, send } from './reply';
import type { Service } from './service';
import type { Visit } from './visit';

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
