import type { IExecuteFunctions } from 'n8n-workflow';
import type { OcrServer } from '../../../ocr-server/server';
import { RetryBudget } from '../../../nodes/YandexVisionOcr/pacing/budget';
import type { Clock } from '../../../nodes/YandexVisionOcr/pacing/clock';
import { startDeadline, unlimited } from '../../../nodes/YandexVisionOcr/pacing/deadline';
import { Limiter } from '../../../nodes/YandexVisionOcr/pacing/limiter';
import { Outage } from '../../../nodes/YandexVisionOcr/pacing/outage';
import { ok } from '../../../nodes/YandexVisionOcr/problem';
import { OcrClient } from '../../../nodes/YandexVisionOcr/vision/client';
import { readEndpoints } from '../../../nodes/YandexVisionOcr/vision/endpoints';
import { createSendRequest, type SendRequest } from '../../../nodes/YandexVisionOcr/vision/request';
import { recognitionBody } from '../../../nodes/YandexVisionOcr/vision/requestBody';
import {
	type CallPolicy,
	OcrService,
	type Payload,
} from '../../../nodes/YandexVisionOcr/vision/service';
import { nodeContext } from '../credential/nodeContext';
import { CredentialStore } from '../engine/credentialStore';
import { localCredential } from '../engine/localCredential';

/** A port that no program is given by chance. */
const NOBODY_LISTENS = 'http://127.0.0.1:1';

export interface Settings {
	readonly clock: Clock;
	readonly random: () => number;
	readonly retryWhenUnsure?: boolean;
	readonly requestTimeoutSeconds?: number;
	readonly maxWaitMs?: number;
	/** The first request goes to a port where nobody listens. */
	readonly firstIsRefused?: boolean;
}

/** One account's calls over real sockets, through n8n's own helper, at a pace that holds nothing up. */
export async function realService(server: OcrServer, settings: Settings) {
	const { clock, random, retryWhenUnsure = true, requestTimeoutSeconds = 0 } = settings;
	const endpoints = readEndpoints(localCredential(server));
	if (!endpoints.ok) throw new Error(endpoints.error.message);
	const send = sendTo(server.url, server.apiKey);
	const sendFirst = settings.firstIsRefused === true ? sendTo(NOBODY_LISTENS, server.apiKey) : send;
	let sent = 0;
	const client = new OcrClient({
		endpoints: endpoints.value,
		redact: (words) => words,
		send: async (request) => await (sent++ === 0 ? sendFirst : send)(request),
	});
	const whole = unlimited();
	const outage = new Outage(clock).watch(120_000);
	const deadline = startDeadline(clock, settings.maxWaitMs ?? 600_000, whole);
	const policy: CallPolicy = {
		deadline,
		lane: new Limiter({ clock, random }).lane(1_000),
		maxAttempts: 3,
		retryWhenUnsure,
		requestTimeoutSeconds,
	};
	return {
		service: new OcrService({ client, clock, random, budget: new RetryBudget(), outage }),
		policy,
		requests: () => sent,
		dispose: () => {
			deadline.dispose();
			whole.dispose();
			outage.dispose();
		},
	};
}

/** Whatever the URL of a request, it goes to this server: a credential's key goes nowhere else. */
function sendTo(url: string, apiKey: string): SendRequest {
	const credential = localCredential({ url, apiKey });
	const context = nodeContext(new CredentialStore({ yandexVisionOcrApi: credential }));
	const send = createSendRequest(context as unknown as IExecuteFunctions);
	return async (request) =>
		await send({ ...request, url: request.url.replace(new URL(request.url).origin, url) });
}

/** A file, as the node would send it. */
export function payloadOf(file: Buffer, mimeType = 'PNG'): Payload {
	const request = { mimeType, model: 'page', languageCodes: ['*'] };
	return {
		open: async () =>
			ok({
				sending: { body: recognitionBody(request, file), dataLogging: false },
				release: () => undefined,
			}),
	};
}
