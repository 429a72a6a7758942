import { randomBytes } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { request as post } from 'undici';
import { CredentialStore } from '../../test/support/engine/credentialStore';
import { localCredential } from '../../test/support/engine/localCredential';
import { nodeContext } from '../../test/support/credential/nodeContext';
import { CREDENTIAL_TYPE } from '../../nodes/YandexVisionOcr/vision/request';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { MEBIBYTE } from '../files';
import { withSink } from '../server/sink';
import { median, ratioOf, timeInTurn } from '../statistics';
import { createSendRequest, recognitionBody } from '../shipped';

const recognition = { mimeType: 'PNG', model: 'page', languageCodes: ['*'] };
const headers = { 'content-type': 'application/json' };

/** P3: building the body and sending it through n8n's helper, against undici with a body at hand. */
export const upload: Row = {
	title: 'Upload of a file of 10 MiB through the helper of n8n',
	isQuick: true,
	measure: async () => await withSink(measureUpload),
};

async function measureUpload(url: string): Promise<readonly Figure[]> {
	const credential = localCredential({ url, apiKey: 'AQVNbench' });
	const store = new CredentialStore({ [CREDENTIAL_TYPE]: credential });
	const context = nodeContext(store) as unknown as IExecuteFunctions;
	const send = createSendRequest(context);
	const { signal } = new AbortController();
	const file = randomBytes(10 * MEBIBYTE);
	const whole = recognitionBody(recognition, file);

	const times = await timeInTurn({
		undici: async () => {
			const { body } = await post(url, { method: 'POST', headers, body: whole });
			await body.text();
		},
		node: async () => {
			const body = recognitionBody(recognition, file);
			const options = {
				method: 'POST',
				url,
				headers,
				body,
				signal,
				idleTimeoutMs: 30_000,
			} as const;
			const outcome = await send(options);
			if (outcome.kind !== 'reply') throw new Error(JSON.stringify(outcome));
			for await (const chunk of outcome.reply.chunks) void chunk;
		},
		naive: async () => {
			const body = { ...recognition, content: file.toString('base64') };
			const options = { method: 'POST', url, body, json: true } as const;
			await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_TYPE, options);
		},
	});
	return [
		{
			name: 'P3 body and upload of 10 MiB',
			value: `${compact(median(times.node))} ms (undici ${compact(median(times.undici))} ms)`,
			measured: ratioOf(times, 'node', 'undici'),
			unit: '× undici with a body at hand',
			bar: 3.5,
			reach: 'atMost',
		},
		{
			name: 'P3 body and upload of 10 MiB, against an object as body',
			value: `${compact(median(times.naive))} ms the naive way`,
			measured: ratioOf(times, 'node', 'naive'),
			unit: '× the naive way',
			bar: 0.45,
			reach: 'atMost',
		},
	];
}
