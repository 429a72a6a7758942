import { createKeyPair, type KeyPair } from '../../../ocr-server/auth/authorizedKey';
import { startOcrServer, type OcrServer } from '../../../ocr-server/server';
import { readEndpoints } from '../../../nodes/YandexVisionOcr/vision/endpoints';
import { accountKey } from '../../../nodes/YandexVisionOcr/vision/iam/accountKey';
import { probeRequest, renewToken } from '../../../nodes/YandexVisionOcr/vision/iam/renewal';
import { sharedTokens } from '../../../nodes/YandexVisionOcr/vision/iam/sharedTokens';
import { credentialFor, credentialType } from '../../support/credential/credentialUnderTest';
import { nodeContext } from '../../support/credential/nodeContext';
import { CredentialStore, type CredentialData } from '../../support/engine/credentialStore';

let server: OcrServer;
let keyPair: KeyPair;

beforeAll(async () => {
	keyPair = await createKeyPair();
});

beforeEach(async () => {
	server = await startOcrServer({ keyPair, quotas: { sync: 1000, state: 1000 } });
});

afterEach(async () => {
	await server.close();
});

async function serviceAccount(exchangedIamToken: string): Promise<CredentialData> {
	const serviceAccountKey = JSON.stringify(await server.serviceAccountKey());
	const fields = { authentication: 'serviceAccountKey', serviceAccountKey, exchangedIamToken };
	return credentialFor(server, fields);
}

/** The renewal as the client asks for it, through n8n's own helper. */
function renewalFor(credential: CredentialData) {
	const store = new CredentialStore({ [credentialType]: credential });
	const endpoints = readEndpoints(credential);
	if (!endpoints.ok) throw new Error(endpoints.error.message);
	const renew = async (sentAtMs: number) => {
		const context = nodeContext(store);
		return await renewToken({
			account: sharedTokens.of(accountKey(credential)),
			sentAtMs,
			now: Date.now,
			probe: async () =>
				await context.helpers.httpRequestWithAuthentication.call(
					context as never,
					credentialType,
					probeRequest(endpoints.value),
				),
		});
	};
	return { renew, token: () => store.read(credentialType).exchangedIamToken };
}

test('50 files that find the token expired are one exchange and two small requests; n8n stores the token', async () => {
	const dead = server.issueIamToken('serviceAccount', -1);
	const { renew, token } = renewalFor(await serviceAccount(dead));
	const sentAtMs = Date.now();
	const renewals = await Promise.all(Array.from({ length: 50 }, () => renew(sentAtMs)));
	expect(renewals).toEqual(Array.from({ length: 50 }, () => ({ ok: true, value: true })));
	expect(server.counts.tokenExchanges).toBe(1);
	expect(server.requests.map(({ endpoint, status }) => `${endpoint} ${status}`)).toEqual([
		'state 401',
		'tokens 200',
		'state 404',
	]);
	expect(token()).toMatch(/^t1\./);
	expect(token()).not.toBe(dead);
});

test('A token that another process renewed meanwhile is used: one small request, no exchange', async () => {
	const { renew } = renewalFor(await serviceAccount(server.issueIamToken()));
	expect(await renew(Date.now())).toEqual({ ok: true, value: true });
	expect(server.counts.tokenExchanges).toBe(0);
	expect(server.counts.received.state).toBe(1);
});

test('A key that was deleted is said once to all who wait', async () => {
	const credential = await serviceAccount(server.issueIamToken('serviceAccount', -1));
	const key = { ...(await server.serviceAccountKey()), id: 'ajedeleted' };
	const { renew } = renewalFor({ ...credential, serviceAccountKey: JSON.stringify(key) });
	const sentAtMs = Date.now();
	const renewals = await Promise.all([renew(sentAtMs), renew(sentAtMs)]);
	for (const renewal of [...renewals, await renew(sentAtMs)]) {
		expect(renewal).toMatchObject({ ok: false, error: { code: 'SERVICE_ACCOUNT_KEY_REFUSED' } });
	}
	expect(server.counts.received).toMatchObject({ tokens: 1, state: 1 });
});

test('A service that refuses the fresh token too ends the matter', async () => {
	const { renew } = renewalFor(await serviceAccount(server.issueIamToken('serviceAccount', -1)));
	server.addFault({ kind: 'status', status: 401, on: 'state' });
	expect(await renew(Date.now())).toMatchObject({
		ok: false,
		error: { code: 'INVALID_CREDENTIALS', retryable: false },
	});
	expect(server.counts.received.state).toBe(2);
});

test('A service that is not there is said to be worth another try', async () => {
	const { renew } = renewalFor(await serviceAccount(server.issueIamToken()));
	await server.close();
	expect(await renew(Date.now())).toMatchObject({ ok: false, error: { retryable: true } });
});
