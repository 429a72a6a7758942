import { setMaxListeners } from 'node:events';

import fastify, { type FastifyInstance } from 'fastify';

import { createAccounts, secret } from './auth/accounts';
import type { AuthorizedKey } from './auth/authorizedKey';
import { Identities } from './auth/identities';
import { TokenDesk } from './auth/tokenDesk';
import type { Fault } from './faults/fault';
import { FaultPlan } from './faults/faultPlan';
import { MAX_BODY_BYTES } from './limits';
import { Operations } from './operations';
import { type OcrServerOptions, type OcrServerSettings, settle } from './options';
import { Quota } from './quota';
import { createRecognizer } from './recognizers/create';
import { type Counts, type LoggedRequest, zeroCounts } from './requestLog';
import { addAdmin } from './routes/admin';
import { addEndpoint } from './routes/endpointRoute';
import { getRecognition } from './routes/getRecognition';
import { operationCancel, operationState } from './routes/operation';
import { recognizeText } from './routes/recognizeText';
import { recognizeTextAsync } from './routes/recognizeTextAsync';
import type { Service } from './routes/service';
import { tokens } from './routes/tokens';
import { nowMs } from './time';

/** A running server on 127.0.0.1. */
export interface OcrServer {
	/** Without a slash at its end; all endpoints are below it. */
	readonly url: string;
	readonly port: number;
	readonly apiKey: string;
	/** Valid, but its service account has no role on the folder. */
	readonly noPermissionApiKey: string;
	/** Of another service account in another folder. */
	readonly otherApiKey: string;
	readonly folderId: string;
	readonly oauthToken: string;
	/** The authorized key of the service account that `apiKey` belongs to; made when first asked for. */
	serviceAccountKey(): Promise<AuthorizedKey>;
	/** A token as an exchange would give it; `lifeSeconds` may be 0 or less for one that is dead. */
	issueIamToken(kind?: 'serviceAccount' | 'user', lifeSeconds?: number): string;
	/** What arrived, in order, without secrets and content. */
	readonly requests: readonly LoggedRequest[];
	readonly counts: Readonly<Counts>;
	/** Returns the number for `removeFault`. */
	addFault(fault: Fault): number;
	removeFault(id: number): void;
	clearFaults(): void;
	/** Ends everything: sockets, timers, the recognition engine. */
	close(): Promise<void>;
}

/** Starts a server. Rejects with `EADDRINUSE` when the port is taken. */
export async function startOcrServer(options: OcrServerOptions = {}): Promise<OcrServer> {
	const settings = settle(options);
	const stopping = new AbortController();
	// Every recognition under way waits on it, and there may be hundreds.
	setMaxListeners(0, stopping.signal);
	const apiKey = settings.apiKey ?? secret('AQVN');
	const noPermissionApiKey = secret('AQVN');
	const otherApiKey = secret('AQVN');
	const service = createService(settings, stopping.signal);
	const { accounts, identities, faults } = service;
	identities.addApiKey(apiKey, accounts.main);
	identities.addApiKey(noPermissionApiKey, accounts.withoutRole);
	identities.addApiKey(otherApiKey, accounts.other);
	const app = createApp(service);
	const url = await app.listen({ port: settings.port, host: '127.0.0.1' });
	return {
		url,
		port: Number(new URL(url).port),
		apiKey,
		noPermissionApiKey,
		otherApiKey,
		folderId: settings.folderId,
		oauthToken: service.tokens.oauthToken,
		serviceAccountKey: () => service.tokens.authorizedKey(),
		issueIamToken: (kind = 'serviceAccount', lifeSeconds = settings.tokenSeconds) =>
			service.tokens.issue(kind, nowMs(), lifeSeconds).iamToken,
		requests: service.requests,
		counts: service.counts,
		addFault: (fault) => faults.add(fault),
		removeFault: (id) => faults.remove(id),
		clearFaults: () => faults.clear(),
		close: async () => {
			stopping.abort();
			await app.close();
			await service.recognizer.close();
		},
	};
}

function createService(settings: OcrServerSettings, stopping: AbortSignal): Service {
	const accounts = createAccounts(settings.folderId);
	const identities = new Identities();
	const { sync, submit, state, result } = settings.quotas;
	const faults = new FaultPlan(nowMs, settings.seed);
	for (const fault of settings.faults) faults.add(fault);
	return {
		settings,
		accounts,
		identities,
		tokens: new TokenDesk(accounts, identities, settings.tokenSeconds, settings.keyPair),
		quotas: {
			sync: new Quota(sync),
			submit: new Quota(submit),
			state: new Quota(state),
			result: new Quota(result),
		},
		operations: new Operations(
			{
				jobMs: settings.jobSeconds * 1000,
				notReadyMs: settings.notReadySeconds * 1000,
				keptMs: settings.resultSeconds * 1000,
			},
			nowMs,
		),
		recognizer: createRecognizer(settings, stopping),
		faults,
		requests: [],
		counts: zeroCounts(),
		stopping,
	};
}

function createApp(service: Service): FastifyInstance {
	const app = fastify({ logger: false, bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
	// The body is parsed by the endpoint, after sign-in: a bad key is told before a bad body.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	const routes = [recognizeText, recognizeTextAsync, getRecognition, operationState];
	for (const route of [...routes, operationCancel, tokens]) addEndpoint(app, service, route);
	addAdmin(app, service);
	return app;
}
