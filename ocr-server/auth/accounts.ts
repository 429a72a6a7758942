import { randomBytes } from 'node:crypto';

/** Who may use the server. */
export interface Account {
	readonly id: string;
	readonly kind: 'serviceAccount' | 'user';
	readonly folderId: string;
	/** Whether it has the role `ai.vision.user` on its folder. */
	readonly permitted: boolean;
}

export interface Accounts {
	readonly main: Account;
	/** Has a valid key but not the role. */
	readonly withoutRole: Account;
	/** Another service account, in a folder of its own. */
	readonly other: Account;
	readonly user: Account;
}

export function createAccounts(folderId: string): Accounts {
	const own = { folderId, permitted: true };
	return {
		main: { ...own, id: serviceId('aje'), kind: 'serviceAccount' },
		withoutRole: { ...own, id: serviceId('aje'), kind: 'serviceAccount', permitted: false },
		other: { ...own, id: serviceId('aje'), kind: 'serviceAccount', folderId: serviceId('b1g') },
		user: { ...own, id: serviceId('aje'), kind: 'user' },
	};
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An identifier that looks like the service's: a prefix of three and 17 letters or digits. */
export function serviceId(prefix: string): string {
	const letters = Array.from(randomBytes(17), (byte) => LETTERS[byte % LETTERS.length]);
	return prefix + letters.join('');
}

/** A secret that looks like the service's, with `prefix` for its kind. */
export function secret(prefix: string): string {
	return prefix + randomBytes(30).toString('base64url');
}
