import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';
import type { Endpoint } from '../../ocr-server/endpoint';
import { pngWith } from '../documents/build';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { signInBy, type Way } from '../support/secrets/signIns';
import { trials } from '../support/trials';

/** A server that nobody may be led to. */
let target: Server;
let elsewhere: string;
let ledAstray = 0;

beforeAll(async () => {
	target = createServer((_request, response) => {
		ledAstray += 1;
		response.end('{}');
	});
	await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
	elsewhere = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
});
afterAll(() => target.close());

interface Call {
	readonly endpoint: Endpoint;
	readonly way: Way;
	readonly parameters: INodeParameters;
	readonly code: string;
}

const code = 'REDIRECTED';
const operationId = 'fbv0123456789abcdefg';
const calls: readonly Call[] = [
	{
		endpoint: 'sync',
		way: 'apiKey',
		parameters: { options: { processingMode: 'sync' } },
		code,
	},
	{ endpoint: 'submit', way: 'apiKey', parameters: { operation: 'submit' }, code },
	{ endpoint: 'state', way: 'apiKey', parameters: { operation: 'getResult', operationId }, code },
	{
		endpoint: 'result',
		way: 'apiKey',
		parameters: { options: { processingMode: 'async' } },
		code,
	},
	{ endpoint: 'cancel', way: 'apiKey', parameters: { operation: 'cancel', operationId }, code },
	{
		endpoint: 'tokens',
		way: 'oauthToken',
		parameters: { options: { processingMode: 'sync' } },
		code: 'TOKEN_ANSWER_UNREADABLE',
	},
];

const items = trials(2, 50).map(() => itemWith({ data: ['picture.png', pngWith([])] }));

/** Endpoints of the server itself that would answer, for a request that keeps its method or not. */
const sameOrigin = ['/ocr/v1/recognizeText?astray', '/operations/astray00000000000000'];

async function redirected(call: Call, status: number, location: string): Promise<void> {
	const { server, credential } = await signInBy(call.way);
	server.addFault({ kind: 'redirect', status, location, on: call.endpoint });
	const execution = await recognizeLocally(server, {
		items,
		credentials: { yandexVisionOcrApi: credential },
		parameters: call.parameters,
		onError: 'continueRegularOutput',
	});
	await server.close();
	const codes = errorsOf(execution).map((error) => error.code);
	const paths = server.requests.map(({ path }) => path);

	expect(codes).toEqual(items.map(() => call.code));
	expect(paths.filter((path) => path.includes('astray'))).toEqual([]);
}

test.each([301, 302, 303, 307, 308])(
	'a redirect with %d is not followed from any call, and is said',
	async (status) => {
		const before = ledAstray;
		await Promise.all(
			calls.flatMap((call) =>
				[...sameOrigin, `${elsewhere}/collect`].map((location) =>
					redirected(call, status, location),
				),
			),
		);
		expect(ledAstray).toBe(before);
	},
	trials(60, 600).length * 1000,
);

test('the target of these redirects counts who comes', async () => {
	const before = ledAstray;
	await fetch(elsewhere);
	expect(ledAstray).toBe(before + 1);
});
