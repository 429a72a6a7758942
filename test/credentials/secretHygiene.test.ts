import { inspect } from 'node:util';
import { stringify } from 'flatted';
import type { Fault } from '../../ocr-server/faults/fault';
import { startOcrServer, type OcrServer } from '../../ocr-server/server';
import { secretForms } from '../../nodes/YandexVisionOcr/vision/secretForms';
import { credentialFor, credentialType } from '../support/credential/credentialUnderTest';
import { nodeContext } from '../support/credential/nodeContext';
import { testCredential } from '../support/credential/testCredential';
import { CredentialStore, type CredentialData } from '../support/engine/credentialStore';
import { logs } from '../support/engine/logs';

let server: OcrServer;

beforeAll(async () => {
	server = await startOcrServer({ quotas: { sync: 1000 } });
});

beforeEach(() => {
	server.clearFaults();
	logs.length = 0;
});

afterAll(async () => {
	await server.close();
});

const faults: readonly Fault[] = [
	...[400, 401, 403, 404, 429, 500, 503].map((status) => ({ kind: 'echo', status }) as const),
	...(['headers', 'reason', 'location'] as const).map(
		(where) => ({ kind: 'echo', status: 401, where }) as const,
	),
	{ kind: 'status', status: 401 },
	{ kind: 'status', status: 403 },
	{ kind: 'status', status: 502, shape: 'html' },
	{ kind: 'status', status: 200, shape: 'empty' },
	{ kind: 'redirect', location: 'http://127.0.0.1:1/elsewhere' },
	{ kind: 'reset' },
];

const ways: Readonly<Record<string, () => Promise<CredentialData>>> = {
	serviceAccountKey: async () => ({
		authentication: 'serviceAccountKey',
		serviceAccountKey: JSON.stringify(await server.serviceAccountKey()),
	}),
	oauthToken: async () => ({
		authentication: 'oauthToken',
		oauthToken: server.oauthToken,
		folderId: server.folderId,
	}),
};

const cases = Object.keys(ways).flatMap((way) =>
	faults.map((fault) => [way, JSON.stringify(fault), fault] as const),
);

/** What the service may know of the credential, in the spellings it may come back in. */
async function formsOf(credential: CredentialData): Promise<readonly string[]> {
	const { oauthToken, serviceAccountKey } = credential;
	const key = await server.serviceAccountKey();
	const secrets = serviceAccountKey === undefined ? [String(oauthToken)] : [key.private_key];
	// A JWT is new each time: its header is not.
	const header = { typ: 'JWT', alg: 'PS256', kid: key.id };
	const jwt = Buffer.from(JSON.stringify(header)).toString('base64url');
	return [...secrets, jwt].flatMap((secret) => [...secretForms(secret), ...byteForms(secret)]);
}

/** A request's body is bytes: so its start stands in JSON, and in what `inspect` shows. */
function byteForms(secret: string): readonly string[] {
	const bytes = Buffer.from(secret).subarray(0, 24);
	return [bytes.join(','), (bytes.toString('hex').match(/../g) ?? []).join(' ')];
}

test.each(cases)('Nothing secret leaves a failed exchange: %s, %s', async (way, _name, fault) => {
	const fields = await ways[way]?.();
	const credential = credentialFor(server, fields ?? {});
	server.addFault({ ...fault, on: 'tokens' });
	const context = nodeContext(new CredentialStore({ [credentialType]: credential }));
	const request = { method: 'GET', url: `${server.url}/operations/fbv0` } as const;
	const error: unknown = await context.helpers.httpRequestWithAuthentication
		.call(context as never, credentialType, request)
		.then(
			() => undefined,
			(reason: unknown) => reason,
		);
	expect(error).toBeInstanceOf(Error);
	const said = await testCredential(credential);
	expect(said).not.toBe('Connection successful!');
	const left = [
		said,
		JSON.stringify(error),
		stringify(error),
		inspect(error, { depth: 10, showHidden: true, maxStringLength: null }),
		inspect(logs, { depth: 10, maxStringLength: null }),
	].join('\n');
	for (const form of await formsOf(credential)) expect(left.includes(form)).toBe(false);
});
