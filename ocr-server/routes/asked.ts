import type { FastifyRequest } from 'fastify';

import type { Account } from '../auth/accounts';
import type { Answer } from '../faults/exchange';
import type { Endpoint } from '../endpoint';
import type { Service } from './service';
import type { Visit } from './visit';

/** A request of an account that may ask, body read. */
export interface Asked {
	readonly account: Account;
	readonly visit: Visit;
	readonly body: string;
	readonly request: FastifyRequest;
	/** The time of the question, for what depends on it. */
	readonly atMs: number;
}

export interface EndpointRoute {
	readonly endpoint: Endpoint;
	readonly method: 'GET' | 'POST';
	readonly url: string;
	/** Makes the answer. Throws a ServiceError to refuse. */
	readonly serve: (service: Service, asked: Asked) => Promise<Answer>;
}
