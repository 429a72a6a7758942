import type { Problem } from '../../problem';
import type { ConnectionFailure } from '../connectionFailure';
import type { ServiceError } from '../serviceError';
import type { Grant } from './grant';

export interface Refusal {
	readonly kind: Grant['kind'];
	readonly status: number;
	readonly error: ServiceError;
	/** How this machine's clock differs from the service's, if it does. */
	readonly skew: string | undefined;
}

export const malformedAnswer: Problem = {
	code: 'TOKEN_ANSWER_UNREADABLE',
	message: 'The token service answered without a token.',
	hint: "Check the credential's IAM Endpoint, and whether a proxy stands in between.",
	retryable: false,
};

/** The service did not give a token. Its own words stay out: they may quote the key. */
export function refused(refusal: Refusal): Problem {
	const { status, error, skew } = refusal;
	if (isBusy(status, error)) return busy(status);
	if (!isAboutTheGrant(status, error)) return { ...malformedAnswer, httpStatus: status };
	if (skew !== undefined) return clockOff(skew, status);
	return refusal.kind === 'user' ? oauthTokenRefused(status) : keyRefused(status, error);
}

/** 3 bad argument, 5 not found, 7 no permission, 16 not authenticated. */
function isAboutTheGrant(status: number, { grpcCode }: ServiceError): boolean {
	return grpcCode === undefined
		? status === 401 || status === 403
		: [3, 5, 7, 16].includes(grpcCode);
}

function isBusy(status: number, { grpcCode }: ServiceError): boolean {
	return status >= 500 || status === 429 || grpcCode === 8 || grpcCode === 14;
}

function busy(httpStatus: number): Problem {
	return {
		code: 'TOKEN_SERVICE_BUSY',
		message: `The token service of Yandex Cloud could not give a token now (HTTP ${httpStatus.toString()}).`,
		hint: 'Try again in a minute.',
		retryable: true,
		httpStatus,
	};
}

function clockOff(skew: string, httpStatus: number): Problem {
	return {
		code: 'CLOCK_OFF',
		message: `The token service refused the signed request. The clock of the machine that runs n8n is ${skew}.`,
		hint: 'Set the clock right (switch on time synchronisation), then try again. The key itself may be fine.',
		retryable: false,
		httpStatus,
	};
}

function oauthTokenRefused(httpStatus: number): Problem {
	return {
		code: 'OAUTH_TOKEN_REFUSED',
		message: 'Yandex Cloud refused the OAuth Token: it is wrong, withdrawn or older than a year.',
		hint: 'Request a new OAuth token and paste it into the credential. A service account key lasts longer.',
		retryable: false,
		httpStatus,
	};
}

function keyRefused(httpStatus: number, { grpcCode }: ServiceError): Problem {
	if (grpcCode === 7) {
		return {
			code: 'PERMISSION_DENIED',
			message: 'Yandex Cloud knows the key, but its service account may not request a token.',
			hint: 'Check in Yandex Cloud that the service account is active and has the role ai.vision.user on its folder.',
			retryable: false,
			httpStatus,
		};
	}
	return {
		code: 'SERVICE_ACCOUNT_KEY_REFUSED',
		message:
			'Yandex Cloud refused the Service Account Key: the key or its service account was deleted, or its ID and its private key do not belong together.',
		hint: 'Create a new authorized key of the service account and paste its whole JSON file into the credential.',
		retryable: false,
		httpStatus,
	};
}

/**
 * No answer came. The code of the failure is put into words: n8n replaces a message that has a code
 * such as ECONNREFUSED in it by its own.
 */
export function unreachable(failure: ConnectionFailure): Problem {
	return {
		code: 'TOKEN_SERVICE_UNREACHABLE',
		message: `The token service could not be reached: ${reason(failure)}.`,
		hint: "Check the network of the machine that runs n8n, its proxy settings and the credential's IAM Endpoint.",
		retryable: failure.kind !== 'refused' && failure.kind !== 'unknown',
	};
}

function reason(failure: ConnectionFailure): string {
	switch (failure.kind) {
		case 'notSent':
			return failure.code === 'ENOTFOUND' || failure.code.startsWith('EAI_')
				? 'its name was not found'
				: 'no connection could be made';
		case 'broken':
			return 'the connection broke before the answer came';
		case 'refused':
			return 'the connection is not safe (its certificate was not accepted, or n8n blocks the address)';
		case 'aborted':
			return 'no answer came within 30 seconds';
		case 'signIn':
		case 'unknown':
			return 'n8n could not send the request';
	}
}
