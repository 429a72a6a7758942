import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorOf, send } from './client';

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ quotas: { sync: 1000, state: 1000 } });
});

afterAll(async () => await server.close());

type Headers = Readonly<Record<string, string>>;

const cases: ReadonlyArray<[string, () => Headers, number, number]> = [
	['no authorization', () => ({}), 401, 16],
	['an unknown key', () => ({ authorization: 'Api-Key nobody' }), 401, 16],
	['a key with the wrong scheme', () => ({ authorization: `Bearer ${server.apiKey}` }), 401, 16],
	[
		'a key without the role',
		() => ({ authorization: `Api-Key ${server.noPermissionApiKey}` }),
		403,
		7,
	],
	['a dead token', () => bearer(server.issueIamToken('serviceAccount', -1)), 401, 16],
	['a user token without a folder', () => bearer(server.issueIamToken('user')), 400, 3],
	[
		'a user token with a foreign folder',
		() => ({ ...bearer(server.issueIamToken('user')), 'x-folder-id': 'b1gforeign' }),
		403,
		7,
	],
];

test.each(cases)('refuses %s', async (_name, headers, status, code) => {
	const reply = await send('POST', `${server.url}/ocr/v1/recognizeText`, headers(), '{}');
	expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
});

const good: ReadonlyArray<[string, () => Headers]> = [
	['an API key', () => ({ authorization: `Api-Key ${server.apiKey}` })],
	['a token of a service account', () => bearer(server.issueIamToken())],
	[
		'a user token with its folder',
		() => ({ ...bearer(server.issueIamToken('user')), 'x-folder-id': server.folderId }),
	],
];

test.each(good)('signs in %s before it looks at the content', async (_name, headers) => {
	const url = `${server.url}/ocr/v1/recognizeText`;
	const reply = await send('POST', url, headers(), '{"content": ""}');
	expect(reply.status).toBe(400);
	expect(errorOf(reply)).toEqual({ code: 3, message: expect.stringContaining('content') });
	expect(server.counts.billedPages).toBe(0);
});

test('answers in the OCR form on one host and in the status form on the other', async () => {
	const ocr = await send('POST', `${server.url}/ocr/v1/recognizeText`, {}, '{}');
	const operation = await send('GET', `${server.url}/operations/fbv`, {});
	expect(JSON.parse(ocr.text)).toMatchObject({
		error: { grpcCode: 16, httpCode: 401, httpStatus: 'Unauthorized', details: [] },
	});
	expect(JSON.parse(operation.text)).toMatchObject({
		code: 16,
		details: [{ requestId: operation.headers['x-request-id'] }],
	});
});

test('keeps no secret in its log', async () => {
	await send('POST', `${server.url}/ocr/v1/recognizeText`, bearer('t1.marked'), '{"a": "marked"}');
	expect(JSON.stringify(server.requests)).not.toMatch(/marked|AQVN|t1\./);
	expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer REDACTED');
});

function bearer(token: string): Headers {
	return { authorization: `Bearer ${token}` };
}
