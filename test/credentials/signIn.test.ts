import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { YandexVisionOcrApi } from '../../credentials/YandexVisionOcrApi.credentials';
import { startOcrServer, type OcrServer } from '../../ocr-server/server';
import { credentialFor, credentialType } from '../support/credential/credentialUnderTest';
import { nodeContext } from '../support/credential/nodeContext';
import { CredentialStore, type CredentialData } from '../support/engine/credentialStore';

let server: OcrServer;

beforeEach(async () => {
	server = await startOcrServer({ quotas: { sync: 1000 } });
});

afterEach(async () => {
	await server.close();
});

const contextFor = (credential: CredentialData) => {
	const store = new CredentialStore({ [credentialType]: credential });
	return { store, context: nodeContext(store) };
};

/** A request that fails only because it has no picture: it was signed in. */
const emptyRecognition = (): IHttpRequestOptions => ({
	method: 'POST',
	url: `${server.url}/ocr/v1/recognizeText`,
	body: { mimeType: 'JPEG', languageCodes: ['*'], model: 'page', content: '' },
	ignoreHttpStatusErrors: true,
	returnFullResponse: true,
});

test('Ten requests that find no token stored are one exchange, and n8n stores its token', async () => {
	const serviceAccountKey = JSON.stringify(await server.serviceAccountKey());
	const { store, context } = contextFor(
		credentialFor(server, { authentication: 'serviceAccountKey', serviceAccountKey }),
	);
	const send = async () =>
		(await context.helpers.httpRequestWithAuthentication.call(
			context as never,
			credentialType,
			emptyRecognition(),
		)) as { statusCode: number };
	const answers = await Promise.all(Array.from({ length: 10 }, send));
	expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(400));
	expect(server.counts.tokenExchanges).toBe(1);
	const stored = store.read(credentialType).exchangedIamToken;
	expect(stored).toMatch(/^t1\./);

	// After a restart of n8n nothing is left but what it stored.
	await send();
	expect(server.counts.tokenExchanges).toBe(1);
});

test("The HTTP Request node's helper signs in, and has an ended token renewed", async () => {
	const serviceAccountKey = JSON.stringify(await server.serviceAccountKey());
	const { context } = contextFor(
		credentialFor(server, {
			authentication: 'serviceAccountKey',
			serviceAccountKey,
			exchangedIamToken: server.issueIamToken('serviceAccount', -1),
		}),
	);
	const { url, method, body } = emptyRecognition();
	const sent = context.helpers.requestWithAuthentication.call(context as never, credentialType, {
		uri: url,
		method: method ?? 'POST',
		body,
		json: true,
	});
	await expect(sent).rejects.toMatchObject({ httpCode: '400' });
	expect(server.requests.map(({ status }) => status)).toEqual([401, 200, 400]);
});

test('The HTTP Request node gets no key onto a host of its own', async () => {
	const { context } = contextFor(
		credentialFor(server, { authentication: 'apiKey', apiKey: server.apiKey }),
	);
	const stranger = await listen();
	const sent = context.helpers.requestWithAuthentication.call(context as never, credentialType, {
		uri: stranger.url,
		method: 'GET',
	});
	await expect(sent).rejects.toThrow(/was not sent to the host 127\.0\.0\.1/);
	expect(stranger.authorizations).toEqual([]);
	stranger.close();
});

test.each([301, 302, 303, 307, 308])(
	'A redirect (%i) to another host is followed without the key',
	async (status) => {
		const stranger = await listen();
		const redirecting = await listen(status, stranger.url);
		const { context } = contextFor(
			credentialFor(server, {
				authentication: 'apiKey',
				apiKey: server.apiKey,
				ocrEndpoint: redirecting.url,
			}),
		);
		await context.helpers.requestWithAuthentication.call(context as never, credentialType, {
			uri: redirecting.url,
			method: 'GET',
		});
		expect(redirecting.authorizations).toEqual([`Api-Key ${server.apiKey}`]);
		expect(stranger.authorizations).toEqual([undefined]);
		stranger.close();
		redirecting.close();
	},
);

test('A request is signed without changing what the caller handed over', async () => {
	const request = emptyRecognition();
	const before = structuredClone(request);
	await new YandexVisionOcrApi().authenticate(
		credentialFor(server, { authentication: 'apiKey', apiKey: 'AQVNkey' }),
		request,
	);
	expect(request).toEqual(before);
});

/** A server of somebody else that writes down what keys it is sent. */
async function listen(status = 200, location = '') {
	const authorizations: Array<string | undefined> = [];
	const http = createServer((request, response) => {
		authorizations.push(request.headers.authorization);
		response.writeHead(status, { Location: location }).end('{}');
	});
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const { port } = http.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/`, authorizations, close: () => http.close() };
}
