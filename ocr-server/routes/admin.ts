import type { FastifyInstance, FastifyRequest } from 'fastify';

import { parseFault } from '../faults/parseFault';
import { ServiceError } from '../serviceError';
import type { Service } from './service';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The server's own switches, which the real service does not have: faults and what was counted. */
export function addAdmin(app: FastifyInstance, service: Service): void {
	const routes = async (admin: FastifyInstance): Promise<void> => {
		admin.addHook('onRequest', async (request, reply) => {
			if (!isFromThisMachine(request)) await reply.code(403).send();
		});
		admin.setErrorHandler((error, _request, reply) => {
			const status = error instanceof ServiceError ? error.httpStatus : 500;
			const message = error instanceof Error ? error.message : 'internal error';
			return reply.code(status).send({ message });
		});
		admin.get('/__admin/faults', async () => service.faults.list());
		admin.post('/__admin/faults', async (request) => {
			const faults = [parseJson(request)].flat().map(parseFault);
			return { ids: faults.map((fault) => service.faults.add(fault)) };
		});
		admin.delete('/__admin/faults', async () => {
			service.faults.clear();
			return {};
		});
		admin.get('/__admin/requests', async () => ({
			counts: service.counts,
			requests: service.requests,
		}));
	};
	// Without a name Fastify searches all loaded modules for one, at each start.
	app.register(Object.assign(routes, { [Symbol.for('fastify.display-name')]: 'admin' }));
}

/** The Host header keeps out pages of a browser on this machine that were rebound to 127.0.0.1. */
function isFromThisMachine(request: FastifyRequest): boolean {
	const fromBrowser = request.headers.origin !== undefined;
	return !fromBrowser && LOOPBACK.test(request.headers.host ?? '');
}

function parseJson(request: FastifyRequest): unknown {
	return JSON.parse(String(request.body)) as unknown;
}
