import type { IExecuteFunctions } from 'n8n-workflow';
import { clock } from './clock';
import type { Result } from './problem';
import type { Endpoints } from './vision/endpoints';
import { accountKey } from './vision/iam/accountKey';
import { isExchanged, type CredentialFields } from './vision/iam/authorization';
import { probeRequest, renewToken } from './vision/iam/renewal';
import { sharedTokens } from './vision/iam/sharedTokens';
import { CREDENTIAL_TYPE } from './vision/request';

/** Gets a new token in place of one that a request, sent at `sentAtMs` on the clock, found refused. */
export type Renew = (sentAtMs: number) => Promise<Result<true>>;

/** Undefined for ways to sign in that have no token to renew. */
export function tokenRenewal(
	context: IExecuteFunctions,
	credential: CredentialFields,
	endpoints: Endpoints,
): Renew | undefined {
	if (!isExchanged(credential)) return undefined;
	const account = sharedTokens.of(accountKey(credential));
	return async (sentAtMs) =>
		await renewToken({
			account,
			sentAtMs,
			now: () => clock.now(),
			probe: async () =>
				(await context.helpers.httpRequestWithAuthentication.call(
					context,
					CREDENTIAL_TYPE,
					probeRequest(endpoints),
				)) as unknown,
		});
}
