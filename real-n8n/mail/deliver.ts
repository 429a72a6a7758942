import { createTransport, type SendMailOptions } from 'nodemailer';

import type { MailServer } from './dovecot';

/** Hands a mail to the server of the mailbox, as the mail server of its sender does. */
export async function deliver(server: MailServer, mail: SendMailOptions): Promise<void> {
	const { host, user } = server.imap;
	const transport = createTransport({ host, port: server.lmtpPort, lmtp: true, ignoreTLS: true });
	const { rejected } = await transport.sendMail({ ...mail, to: user });
	if (rejected.length > 0) throw new Error(`The mail server refused ${rejected.join(', ')}`);
}
