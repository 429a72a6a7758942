import type { Problem } from '../../problem';

/**
 * What the credential throws: n8n leaves it no other way to say that something is wrong. n8n's
 * credential test shows the message alone, so the hint is in it. It has no `code`, `status` or
 * `cause`: n8n would show those in the message's place.
 */
export class CredentialError extends Error {
	constructor(readonly problem: Problem) {
		super(`${problem.message} ${problem.hint}`);
		this.name = 'CredentialError';
	}
}
