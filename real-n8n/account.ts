import { type Command, run } from './command';

export type Account = Pick<Command, 'uid' | 'gid'>;

/** Who runs a server that refuses to be root: nobody else if we are not, else the user of this name. */
export async function serverAccount(user: string): Promise<Account> {
	if (process.getuid?.() !== 0) return {};
	const number = async (flag: string) => Number(await run({ file: 'id', args: [flag, user] }));
	return { uid: await number('-u'), gid: await number('-g') };
}
