import { invalidArgument, unauthenticated } from '../serviceError';
import { type Accounts, secret } from './accounts';
import { type AuthorizedKey, createKeyPair, type KeyPair, toAuthorizedKey } from './authorizedKey';
import type { Identities } from './identities';
import { verifyJwt } from './jwt';

export interface IamTokenAnswer {
	readonly iamToken: string;
	/** ISO 8601 */
	readonly expiresAt: string;
}

/** Exchanges JWTs and OAuth tokens for IAM tokens. */
export class TokenDesk {
	readonly oauthToken = secret('y0_');
	private key: Promise<AuthorizedKey> | undefined;

	constructor(
		private readonly accounts: Accounts,
		private readonly identities: Identities,
		private readonly tokenSeconds: number,
		private readonly keyPair?: KeyPair,
	) {}

	/** The authorized key of the main service account, made when first asked for. */
	authorizedKey(): Promise<AuthorizedKey> {
		this.key ??= this.makeKey();
		return this.key;
	}

	/** Answers `POST /iam/v1/tokens`. Throws a ServiceError for what it does not accept. */
	async exchange(body: Readonly<Record<string, unknown>>, atMs: number): Promise<IamTokenAnswer> {
		const { jwt, yandexPassportOauthToken } = body;
		if (typeof jwt === 'string') {
			await verifyJwt(jwt, await this.authorizedKey(), atMs);
			return this.issue('serviceAccount', atMs);
		}
		if (typeof yandexPassportOauthToken === 'string') {
			if (yandexPassportOauthToken !== this.oauthToken) {
				throw unauthenticated('OAuth token is invalid or expired');
			}
			return this.issue('user', atMs);
		}
		throw invalidArgument('one of jwt and yandexPassportOauthToken is required');
	}

	issue(
		kind: 'serviceAccount' | 'user',
		atMs: number,
		lifeSeconds = this.tokenSeconds,
	): IamTokenAnswer {
		const account = kind === 'user' ? this.accounts.user : this.accounts.main;
		const expiresAtMs = atMs + lifeSeconds * 1000;
		return {
			iamToken: this.identities.issueIamToken(account, expiresAtMs),
			expiresAt: new Date(expiresAtMs).toISOString(),
		};
	}

	private async makeKey(): Promise<AuthorizedKey> {
		return toAuthorizedKey(this.keyPair ?? (await createKeyPair()), this.accounts.main);
	}
}
