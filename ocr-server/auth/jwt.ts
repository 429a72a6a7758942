import { createPublicKey } from 'node:crypto';

import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';

import { invalidArgument, type ServiceError, unauthenticated } from '../serviceError';
import type { AuthorizedKey } from './authorizedKey';

/** What `aud` must say, wherever the server listens. */
export const AUDIENCE = 'https://iam.api.cloud.yandex.net/iam/v1/tokens';

const MAX_LIFE_SECONDS = 3600;
/** How far the sender's clock may be off. */
const CLOCK_TOLERANCE_SECONDS = 60;

/** Throws a ServiceError unless `jwt` is signed by `key` and its claims hold at `atMs`. */
export async function verifyJwt(jwt: string, key: AuthorizedKey, atMs: number): Promise<void> {
	const publicKey = createPublicKey(key.public_key);
	try {
		checkHeader(jwt, key);
		const { payload } = await jwtVerify(jwt, publicKey, {
			algorithms: ['PS256'],
			issuer: key.service_account_id,
			audience: AUDIENCE,
			requiredClaims: ['iat', 'exp'],
			clockTolerance: CLOCK_TOLERANCE_SECONDS,
			currentDate: new Date(atMs),
		});
		checkLife(payload, atMs / 1000);
	} catch (error) {
		throw asServiceError(error, atMs);
	}
}

function checkHeader(jwt: string, key: AuthorizedKey): void {
	const { kid, alg } = decodeProtectedHeader(jwt);
	if (alg !== 'PS256') throw invalidArgument('JWT: alg must be PS256');
	if (kid !== key.id) throw unauthenticated('JWT: the key in kid is unknown');
}

function checkLife({ iat = 0, exp = 0 }: JWTPayload, nowSeconds: number): void {
	if (exp - iat > MAX_LIFE_SECONDS) {
		throw invalidArgument(`JWT: exp - iat is ${exp - iat} s, allowed ${MAX_LIFE_SECONDS} s`);
	}
	if (iat > nowSeconds + CLOCK_TOLERANCE_SECONDS) {
		throw unauthenticated(`JWT: iat is in the future, ${serverTime(nowSeconds * 1000)}`);
	}
}

function asServiceError(error: unknown, atMs: number): unknown {
	if (error instanceof errors.JWTExpired) {
		return unauthenticated(`JWT: exp is in the past, ${serverTime(atMs)}`);
	}
	if (error instanceof errors.JWTClaimValidationFailed) return claimError(error.claim);
	if (error instanceof errors.JWSSignatureVerificationFailed) {
		return unauthenticated('JWT: the signature does not match the key');
	}
	if (error instanceof errors.JOSEError || error instanceof TypeError) {
		return invalidArgument('JWT: malformed');
	}
	return error;
}

function claimError(claim: string): ServiceError {
	return unauthenticated(`JWT: ${claim} is missing or wrong`);
}

function serverTime(atMs: number): string {
	return `the time here is ${new Date(atMs).toISOString()}`;
}
