import type { FastifyRequest } from 'fastify';

import type { Account } from '../auth/accounts';
import { checkPermission } from '../auth/identities';
import type { Endpoint } from '../endpoint';
import type { Fault } from '../faults/fault';
import type { Exchange } from '../faults/exchange';
import type { LoggedRequest } from '../requestLog';
import { internal, quotaExceeded, ServiceError } from '../serviceError';
import type { Service } from './service';

/** One request from its arrival to its answer. */
export interface Visit {
	readonly exchange: Exchange;
	readonly logged: LoggedRequest;
	readonly fault: Fault | undefined;
	/** Who asks, or why nobody may: decided on arrival, told when the body is read. */
	readonly account: Account | ServiceError;
}

/** Who asks, by the headers alone; a ServiceError when the request will be refused for them. */
export function admitVisitor(
	service: Service,
	endpoint: Endpoint,
	request: FastifyRequest,
	atMs: number,
): Account | ServiceError {
	if (endpoint === 'tokens') return service.accounts.main;
	try {
		const account = service.identities.accountOf(request.headers.authorization, atMs);
		const folderId = [request.headers['x-folder-id'] ?? []].flat()[0];
		if (endpoint === 'state' || endpoint === 'cancel') checkPermission(account, account.folderId);
		else checkPermission(account, folderId);
		takeQuota(service, endpoint, account, atMs);
		return account;
	} catch (error) {
		return error instanceof ServiceError ? error : internal('internal error');
	}
}

function takeQuota(service: Service, endpoint: Endpoint, account: Account, atMs: number): void {
	if (endpoint === 'cancel' || endpoint === 'tokens') return;
	if (service.quotas[endpoint].take(account.id, atMs)) return;
	service.counts.overQuota[endpoint] += 1;
	const quota = service.settings.quotas[endpoint];
	throw quotaExceeded(`quota exceeded: allowed are ${quota} requests per second (${endpoint})`);
}
