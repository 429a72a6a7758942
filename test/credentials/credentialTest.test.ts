import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startOcrServer, type OcrServer } from '../../ocr-server/server';
import { credentialFor } from '../support/credential/credentialUnderTest';
import { testCredential } from '../support/credential/testCredential';

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ quotas: { sync: 1000 } });
});

afterAll(async () => {
	await server.close();
});

async function withKey(change: (key: Record<string, unknown>) => Record<string, unknown>) {
	const key = change({ ...(await server.serviceAccountKey()) });
	return { authentication: 'serviceAccountKey', serviceAccountKey: JSON.stringify(key) };
}

describe('The credential test succeeds, and nothing is billed,', () => {
	test('with an API key', async () => {
		const credential = credentialFor(server, { authentication: 'apiKey', apiKey: server.apiKey });
		expect(await testCredential(credential)).toBe('Connection successful!');
	});

	test("with a service account's IAM token without a folder", async () => {
		const iamToken = server.issueIamToken();
		const credential = credentialFor(server, { authentication: 'iamToken', iamToken });
		expect(await testCredential(credential)).toBe('Connection successful!');
	});

	test("with a user's IAM token and its folder", async () => {
		const iamToken = server.issueIamToken('user');
		const fields = { authentication: 'iamToken', iamToken, folderId: server.folderId };
		expect(await testCredential(credentialFor(server, fields))).toBe('Connection successful!');
	});

	test('with a service account key', async () => {
		const credential = credentialFor(server, await withKey((key) => key));
		expect(await testCredential(credential)).toBe('Connection successful!');
	});

	test('with an OAuth token and its folder', async () => {
		const { oauthToken, folderId } = server;
		const fields = { authentication: 'oauthToken', oauthToken, folderId };
		expect(await testCredential(credentialFor(server, fields))).toBe('Connection successful!');
	});

	afterAll(() => {
		expect(server.counts.billedPages).toBe(0);
	});
});

describe('The credential test says in words', () => {
	const apiKey = (key: string) => ({ authentication: 'apiKey', apiKey: key });

	test.each([
		['that a key is unknown', () => apiKey('AQVNunknown'), /does not know this key or token/],
		['that the role is missing', () => apiKey(server.noPermissionApiKey), /role ai\.vision\.user/],
		['that the key field is empty', () => apiKey(' '), /API Key is empty/],
		['that a key has line breaks in it', () => apiKey('AQ\nVN'), /API Key contains spaces/],
		[
			'that an IAM token has ended',
			() => ({ authentication: 'iamToken', iamToken: server.issueIamToken('serviceAccount', -1) }),
			/or it has ended/,
		],
		[
			"that a user's folder is not his",
			() => ({
				authentication: 'iamToken',
				iamToken: server.issueIamToken('user'),
				folderId: 'b1gother',
			}),
			/role ai\.vision\.user on the folder/,
		],
		[
			'that an OAuth token is refused',
			() => ({ authentication: 'oauthToken', oauthToken: 'y0_x', folderId: server.folderId }),
			/refused the OAuth Token/,
		],
		[
			'that an OAuth token needs its folder',
			() => ({ authentication: 'oauthToken', oauthToken: server.oauthToken }),
			/Folder ID is empty/,
		],
		[
			'that the pasted key is not JSON',
			() => ({ authentication: 'serviceAccountKey', serviceAccountKey: '{"id": "x",}' }),
			/not JSON at line 1, character 12/,
		],
		[
			'that the key is unknown',
			() => withKey((key) => ({ ...key, id: 'ajeother' })),
			/refused the/,
		],
		[
			'that a field of the key is missing',
			() => withKey((key) => ({ ...key, private_key: undefined })),
			/no field "private_key", only the public one/,
		],
		[
			'that the endpoint is not safe',
			() => ({ ...apiKey(server.apiKey), ocrEndpoint: 'http://example.com' }),
			/OCR Endpoint is neither https nor plain http to this machine/,
		],
	])('%s', async (_what, fields, words) => {
		const credential = credentialFor(server, await fields());
		expect(await testCredential(credential)).toMatch(words);
	});

	test('that the clock is off, by how much and which way', async () => {
		const credential = credentialFor(server, await withKey((key) => key));
		const realNow = Date.now;
		Date.now = () => realNow() + 7 * 60_000;
		try {
			expect(await testCredential(credential)).toMatch(
				/clock of the machine that runs n8n is 7 minutes ahead of the service's/,
			);
		} finally {
			Date.now = realNow;
		}
	});
});

describe('The credential test does not call a stranger a success:', () => {
	let stranger: Server;
	let answer: { status: number; body: string };

	beforeAll(async () => {
		stranger = createServer((request, response) => {
			request.resume();
			response.writeHead(answer.status, { Location: `${server.url}/elsewhere` }).end(answer.body);
		});
		await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
	});

	afterAll(() => {
		stranger.close();
	});

	test.each([
		['a page', { status: 200, body: '<!doctype html><title>Welcome</title>' }],
		['an empty answer', { status: 404, body: '' }],
		['a redirect', { status: 307, body: '' }],
	])('%s', async (_what, given) => {
		answer = given;
		const { port } = stranger.address() as AddressInfo;
		const ocrEndpoint = `http://127.0.0.1:${port}`;
		const before = server.requests.length;
		expect(
			await testCredential({ authentication: 'apiKey', apiKey: 'AQVNkey', ocrEndpoint }),
		).toMatch(/not as Yandex Vision OCR does/);
		expect(server.requests).toHaveLength(before);
	});
});
