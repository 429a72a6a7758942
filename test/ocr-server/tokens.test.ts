import { createPrivateKey, generateKeyPairSync } from 'node:crypto';

import { type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

import { AUDIENCE } from '../../ocr-server/auth/jwt';
import type { AuthorizedKey } from '../../ocr-server/auth/authorizedKey';
import { type OcrServer, startOcrServer } from '../../ocr-server/server';
import { errorOf, send } from './client';

let server: OcrServer;
let key: AuthorizedKey;

beforeAll(async () => {
	server = await startOcrServer({ tokenSeconds: 3, quotas: { sync: 1000 } });
	key = await server.serviceAccountKey();
});

afterAll(async () => await server.close());

interface Change {
	readonly header?: Partial<JWTHeaderParameters>;
	readonly claims?: JWTPayload;
	readonly foreignKey?: boolean;
}

async function jwt({ header, claims, foreignKey }: Change = {}): Promise<string> {
	const now = Math.floor(Date.now() / 1000);
	const pem = key.private_key.slice(key.private_key.indexOf('-----BEGIN'));
	return await new SignJWT({
		iss: key.service_account_id,
		aud: AUDIENCE,
		iat: now,
		exp: now + 3600,
		...claims,
	})
		.setProtectedHeader({ typ: 'JWT', alg: 'PS256', kid: key.id, ...header })
		.sign(foreignKey === true ? newKey() : createPrivateKey(pem));
}

function newKey() {
	return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

async function exchange(body: object) {
	return await send('POST', `${server.url}/iam/v1/tokens`, {}, JSON.stringify(body));
}

test('gives an IAM token for a signed JWT, and the token signs in', async () => {
	const before = server.counts.tokenExchanges;
	const reply = await exchange({ jwt: await jwt() });
	const { iamToken, expiresAt } = JSON.parse(reply.text) as Record<
		'iamToken' | 'expiresAt',
		string
	>;
	expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(3000);
	expect(server.counts.tokenExchanges).toBe(before + 1);
	const url = `${server.url}/ocr/v1/recognizeText`;
	const used = await send('POST', url, { authorization: `Bearer ${iamToken}` }, '{}');
	expect(used.status).toBe(400);
});

test('gives a user token for the OAuth token', async () => {
	const reply = await exchange({ yandexPassportOauthToken: server.oauthToken });
	expect(reply.status).toBe(200);
});

const hour = 3600;
const now = () => Math.floor(Date.now() / 1000);

const refused: ReadonlyArray<[string, () => Promise<object>, number, RegExp]> = [
	['nothing', async () => ({}), 400, /required/],
	['a wrong OAuth token', async () => ({ yandexPassportOauthToken: 'y0_x' }), 401, /OAuth/],
	['what is no JWT', async () => ({ jwt: 'abc' }), 400, /malformed/],
	['a foreign signature', async () => ({ jwt: await jwt({ foreignKey: true }) }), 401, /signature/],
	['an unknown key', async () => ({ jwt: await jwt({ header: { kid: 'x' } }) }), 401, /kid/],
	[
		'another algorithm',
		async () => ({ jwt: await jwt({ header: { alg: 'RS256' } }) }),
		400,
		/PS256/,
	],
	['another issuer', async () => ({ jwt: await jwt({ claims: { iss: 'x' } }) }), 401, /iss/],
	['another audience', async () => ({ jwt: await jwt({ claims: { aud: 'x' } }) }), 401, /aud/],
	[
		'more than an hour',
		async () => ({ jwt: await jwt({ claims: { exp: now() + hour + 10 } }) }),
		400,
		/exp - iat/,
	],
	[
		'a clock that is late',
		async () => ({ jwt: await jwt({ claims: { iat: now() - 2 * hour, exp: now() - hour } }) }),
		401,
		/exp is in the past/,
	],
	[
		'a clock that is early',
		async () => ({ jwt: await jwt({ claims: { iat: now() + hour, exp: now() + 2 * hour } }) }),
		401,
		/iat is in the future/,
	],
];

test.each(refused)('refuses %s', async (_name, body, status, message) => {
	const reply = await exchange(await body());
	expect(reply.status).toBe(status);
	expect(errorOf(reply).message).toMatch(message);
});
