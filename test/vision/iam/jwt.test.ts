import { generateKeyPairSync, verify, constants } from 'node:crypto';
import { jwtVerify } from 'jose';
import { signJwt } from '../../../nodes/YandexVisionOcr/vision/iam/jwt';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { keyId: 'aje1', serviceAccountId: 'aje2', privateKey };
const nowMs = Date.UTC(2026, 10, 22, 9, 30, 15, 900);

test("A signed request passes an independent library's check of signature, header and claims", async () => {
	const { payload, protectedHeader } = await jwtVerify(signJwt(key, nowMs), publicKey, {
		algorithms: ['PS256'],
		issuer: 'aje2',
		audience: 'https://iam.api.cloud.yandex.net/iam/v1/tokens',
		currentDate: new Date(nowMs),
		maxTokenAge: '1h',
	});
	expect(protectedHeader).toEqual({ typ: 'JWT', alg: 'PS256', kid: 'aje1' });
	expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
	expect(payload.iat).toBe(Math.floor(nowMs / 1000));
});

test('The salt of the signature is as long as the digest', () => {
	const [header, claims, signature] = signJwt(key, nowMs).split('.');
	const salted = (saltLength: number) =>
		verify(
			'sha256',
			Buffer.from(`${header}.${claims}`),
			{ key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
			Buffer.from(signature ?? '', 'base64url'),
		);
	expect(salted(32)).toBe(true);
	expect(salted(20)).toBe(false);
});
