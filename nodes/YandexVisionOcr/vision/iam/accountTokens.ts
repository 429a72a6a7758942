import { AccountToken } from './accountToken';

/**
 * More than an instance has; only credentials with expressions in them make more. Forgetting a token
 * costs one exchange.
 */
const MAX_ACCOUNTS = 200;

/** What is shared about each account's exchanged token, by `accountKey`. */
export class AccountTokens {
	private readonly tokens = new Map<string, AccountToken>();

	of(accountKey: string): AccountToken {
		const known = this.tokens.get(accountKey);
		if (known) return known;
		if (this.tokens.size >= MAX_ACCOUNTS) this.tokens.clear();
		const token = new AccountToken();
		this.tokens.set(accountKey, token);
		return token;
	}
}
