import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Account, serverAccount } from '../account';
import { run } from '../command';
import { freePort } from '../freePort';
import { installProgram } from '../install/program';
import { startLongRunning } from '../longRunning';
import { waitUntil } from '../waitUntil';
import { type DovecotOptions, dovecotSettings } from './dovecotSettings';

/** A mail server of this machine with one mailbox, which is gone afterwards. */
export interface MailServer {
	/** The fields of n8n's credential `imap`. */
	readonly imap: {
		readonly host: string;
		readonly port: number;
		readonly user: string;
		readonly password: string;
		readonly secure: boolean;
	};
	/** Where it takes mails in (LMTP: what SMTP is between the servers of one house). */
	readonly lmtpPort: number;
	stop(): Promise<void>;
}

const STARTING = { what: 'Dovecot', timeoutMs: 60_000 };
/** Debian's package makes this user of the system. */
const SYSTEM_USER = 'dovecot';
const MAILBOX = { user: 'you@example.com', password: 'mailbox' };
const PROTOCOL_FOLDERS = ['/usr/lib/dovecot', '/usr/libexec/dovecot'];

export async function startMailServer(): Promise<MailServer> {
	for (const name of ['imap', 'lmtp']) {
		await installProgram({ name, debianPackage: `dovecot-${name}d`, folders: PROTOCOL_FOLDERS });
	}
	const program = { name: 'dovecot', debianPackage: 'dovecot-core', folders: ['/usr/sbin'] };
	const file = await installProgram(program);
	const account = await serverAccount(SYSTEM_USER);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-mail-'));
	const ports = { imapPort: await freePort(), lmtpPort: await freePort() };
	const settings = join(folder, 'dovecot.conf');
	const names = await namesOf(account);
	await writeFile(
		settings,
		dovecotSettings({ folder, ...names, ...ports, password: MAILBOX.password }),
	);
	await own(account, folder, settings);
	const server = startLongRunning({ file, args: ['-F', '-c', settings], cwd: folder, ...account });
	await waitUntil(STARTING, () => {
		// One of another version than 2.3 wants other settings, and says so.
		if (server.hasEnded()) throw new Error(`Dovecot did not start:\n${server.output()}`);
		return /starting up/.test(server.output()) ? true : undefined;
	});
	return {
		imap: { host: '127.0.0.1', port: ports.imapPort, secure: false, ...MAILBOX },
		lmtpPort: ports.lmtpPort,
		stop: async () => {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function namesOf({ uid }: Account): Promise<Pick<DovecotOptions, 'user' | 'group'>> {
	const whose = uid === undefined ? [] : [SYSTEM_USER];
	const name = async (flag: string) => (await run({ file: 'id', args: [flag, ...whose] })).trim();
	return { user: await name('-un'), group: await name('-gn') };
}

async function own({ uid, gid }: Account, ...paths: readonly string[]): Promise<void> {
	if (uid === undefined || gid === undefined) return;
	for (const path of paths) await chown(path, uid, gid);
}
