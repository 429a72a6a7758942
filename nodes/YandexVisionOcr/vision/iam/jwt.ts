import { constants, sign } from 'crypto';
import type { AuthorizedKey } from './authorizedKey';

/** The service checks this name, not the address that a request went to: also behind a gateway. */
const AUDIENCE = 'https://iam.api.cloud.yandex.net/iam/v1/tokens';

/** The most the service takes; a clock that is behind by less than this still signs in. */
const LIFETIME_SECONDS = 3600;

/**
 * A JWT that says who the service account is, signed by its key (PS256: RSA-PSS with SHA-256 and a
 * salt as long as the digest).
 *
 * @param nowMs the time of issue, milliseconds since 1970
 */
export function signJwt(key: AuthorizedKey, nowMs: number): string {
	const issuedAt = Math.floor(nowMs / 1000);
	const header = { typ: 'JWT', alg: 'PS256', kid: key.keyId };
	const claims = {
		iss: key.serviceAccountId,
		aud: AUDIENCE,
		iat: issuedAt,
		exp: issuedAt + LIFETIME_SECONDS,
	};
	const signed = `${encode(header)}.${encode(claims)}`;
	const signature = sign('sha256', Buffer.from(signed), {
		key: key.privateKey,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
	});
	return `${signed}.${signature.toString('base64url')}`;
}

function encode(part: object): string {
	return Buffer.from(JSON.stringify(part)).toString('base64url');
}
