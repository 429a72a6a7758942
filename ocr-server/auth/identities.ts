import { permissionDenied, invalidArgument, unauthenticated } from '../serviceError';
import { type Account, secret } from './accounts';

interface IssuedToken {
	readonly account: Account;
	readonly expiresAtMs: number;
}

/** Tokens that are long dead are dropped once there are so many. */
const MAX_TOKENS = 10_000;

/** The API keys and IAM tokens that are known, and to whom they belong. */
export class Identities {
	private readonly apiKeys = new Map<string, Account>();
	private readonly iamTokens = new Map<string, IssuedToken>();

	addApiKey(key: string, account: Account): void {
		this.apiKeys.set(key, account);
	}

	issueIamToken(account: Account, expiresAtMs: number): string {
		const token = secret('t1.');
		this.iamTokens.set(token, { account, expiresAtMs });
		if (this.iamTokens.size > MAX_TOKENS) this.dropOldest();
		return token;
	}

	/** Whose `authorization` it is. Throws a ServiceError when it is nobody's, or no longer. */
	accountOf(authorization: string | undefined, atMs: number): Account {
		const [scheme, value] = (authorization ?? '').split(' ', 2);
		if (value === undefined || value === '') {
			throw unauthenticated('authorization header is missing or malformed');
		}
		if (scheme === 'Api-Key') return this.ownerOfKey(value);
		if (scheme === 'Bearer') return this.ownerOfToken(value, atMs);
		throw unauthenticated('authorization header has an unknown scheme');
	}

	private ownerOfKey(key: string): Account {
		const account = this.apiKeys.get(key);
		if (account === undefined) throw unauthenticated('Unknown api key');
		return account;
	}

	private ownerOfToken(token: string, atMs: number): Account {
		const issued = this.iamTokens.get(token);
		if (issued === undefined) throw unauthenticated('The token is invalid');
		if (issued.expiresAtMs <= atMs) throw unauthenticated('The token has expired');
		return issued.account;
	}

	private dropOldest(): void {
		for (const token of this.iamTokens.keys()) {
			this.iamTokens.delete(token);
			return;
		}
	}
}

/** Throws a ServiceError unless the account may recognise in the folder that the request names. */
export function checkPermission(account: Account, folderId: string | undefined): void {
	if (account.kind === 'user' && folderId === undefined) {
		throw invalidArgument('folder ID is missing: a user needs the header x-folder-id');
	}
	if (folderId !== undefined && folderId !== account.folderId) {
		if (account.kind === 'user') throw permissionDenied('Permission denied');
		throw invalidArgument('Specified folder ID does not match the folder of the service account');
	}
	if (!account.permitted) throw permissionDenied('Permission denied');
}
