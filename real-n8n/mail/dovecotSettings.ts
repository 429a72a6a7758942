export interface DovecotOptions {
	/** Holds the mails, the sockets and all else. */
	readonly folder: string;
	/** Of the system: who runs all of it. */
	readonly user: string;
	readonly group: string;
	readonly password: string;
	readonly imapPort: number;
	readonly lmtpPort: number;
}

/**
 * The settings of Dovecot 2.3 for one user without rights: everybody who knows the password has the
 * one mailbox, and nothing is encrypted, on this machine only.
 */
export function dovecotSettings(options: DovecotOptions): string {
	const { folder, user, group, password, imapPort, lmtpPort } = options;
	return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
listen = 127.0.0.1
protocols = imap lmtp
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
`;
}
