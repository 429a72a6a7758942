import type { IExecuteFunctions } from 'n8n-workflow';
import { clock } from './clock';
import type { Clock } from './pacing/clock';
import { unlimited, type Deadline } from './pacing/deadline';
import type { MemoryLane } from './pacing/inFlight';
import type { Lane } from './pacing/limiter';
import { Poller } from './pacing/poller';
import { sharedPacing, type SharedPacing } from './pacing/shared';
import { ok, type Result } from './problem';
import { tokenRenewal } from './tokenRenewal';
import { OcrClient } from './vision/client';
import { readEndpoints } from './vision/endpoints';
import { accountKey } from './vision/iam/accountKey';
import type { CredentialFields } from './vision/iam/authorization';
import { credentialSecrets } from './vision/iam/credentialSecrets';
import type { OperationId } from './vision/operationId';
import { createRedact } from './vision/redact';
import { createSendRequest, CREDENTIAL_TYPE } from './vision/request';
import { OcrService } from './vision/service';

export type Queue = 'sync' | 'submit' | 'state' | 'result';

/** The quotas of the service that no option changes. Source: its public list of quotas. */
export const STATE_REQUESTS_PER_SECOND = 50;
export const RESULT_REQUESTS_PER_SECOND = 50;

/** What one execution of the node works with, from its first file to its last. */
export interface Session {
	readonly clock: Clock;
	readonly client: OcrClient;
	readonly service: OcrService;
	readonly pacing: SharedPacing;
	/** Where its files wait for room to be read. */
	readonly memory: MemoryLane;
	readonly poller: Poller;
	/** Ends with the execution, or when the first failure ends it. */
	readonly whole: Deadline;
	readonly outageSeconds: number;
	/** What this execution started at the service and what has not ended there. */
	readonly openOperations: Set<OperationId>;
	/** Takes the credential's secrets out of the service's words. */
	redact(words: string): string;
	/** The execution's place in a queue of its account. */
	lane(queue: Queue, perSecond: number): Lane;
	/** Ends everything under way, as a stopped execution does. */
	stop(): void;
	/** To be called once, when nothing is under way any more. */
	close(): void;
}

/** @param outageSeconds how long a service that answers nothing but failures is borne */
export async function openSession(
	context: IExecuteFunctions,
	outageSeconds: number,
): Promise<Result<Session>> {
	const credential: CredentialFields = await context.getCredentials(CREDENTIAL_TYPE);
	const endpoints = readEndpoints(credential);
	if (!endpoints.ok) return endpoints;

	const chance = { clock, random: Math.random };
	const lease = sharedPacing.lease(accountKey(credential), chance);
	const { pacing } = lease;
	const outage = pacing.outage.watch(outageSeconds * 1000);
	const whole = unlimited(context.getExecutionCancelSignal());
	const redact = createRedact(credentialSecrets(credential));
	const client = new OcrClient({
		send: createSendRequest(context),
		endpoints: endpoints.value,
		redact,
	});
	const renew = tokenRenewal(context, credential, endpoints.value);
	const lanes = new Map<string, Lane>();

	return ok({
		clock,
		client,
		service: new OcrService({
			...chance,
			client,
			budget: pacing.budget,
			outage,
			...(renew === undefined ? {} : { renew }),
		}),
		pacing,
		memory: pacing.memory.lane(),
		poller: new Poller(clock),
		whole,
		outageSeconds,
		openOperations: new Set<OperationId>(),
		redact,
		lane: (queue, perSecond) => {
			const key = `${queue} ${perSecond}`;
			const lane = lanes.get(key) ?? pacing[queue].lane(perSecond);
			lanes.set(key, lane);
			return lane;
		},
		stop: () => {
			whole.scope.end(new Error('The execution ended'));
		},
		close: () => {
			whole.dispose();
			outage.dispose();
			lease.release();
		},
	});
}
