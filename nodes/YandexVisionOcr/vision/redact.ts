import { secretForms } from './secretForms';

const MARK = '[removed]';

/** What is shown of a server's text. */
const MAX_SHOWN = 500;

/** What is looked at: enough for `MAX_SHOWN` characters also after marks took the place of secrets. */
const MAX_READ = 2000;

/** Secrets by their looks, whoever's they are; and long encoded data, such as the document. */
const secretLike = new RegExp(
	[
		/-----BEGIN [A-Z ]{1,40}-----[^-]*(?:-----END [A-Z ]{1,40}-----)?/,
		/\b(?:Api-Key|Bearer|OAuth)(?:\s|%20|\+)+[^\s"',;<>\\]+/,
		/\bAQVN[\w-]{8,}/,
		/\bt1\.[\w.=-]{8,}/,
		/\by[0-3]_[\w-]{8,}/,
		/\beyJ[\w-]+(?:\.[\w-]*){0,2}/,
		/[\w+/=-]{64,}/,
	]
		.map((pattern) => pattern.source)
		.join('|'),
	'gi',
);

export type Redact = (text: string) => string;

/**
 * Makes texts fit to be shown: at most 500 characters, on one line, without the given secrets in any
 * spelling and without anything that looks like one. Each takes time in proportion to the part that
 * is read, whatever stands there.
 *
 * @param secrets the credential's (see `credentialSecrets`); a document's base64 goes by its looks
 */
export function createRedact(secrets: readonly string[]): Redact {
	// The longest first: of two spellings that start alike, a regular expression takes the first.
	const forms = secrets.flatMap(secretForms).sort((a, b) => b.length - a.length);
	const known = new RegExp(forms.map(escapeRegExp).join('|') || '(?!)', 'gi');
	const readable = MAX_READ + (forms[0]?.length ?? 0);
	return (text) => {
		const read = withoutKnown(text.slice(0, readable), known);
		return toLine(read.replace(secretLike, MARK));
	};
}

/** Nothing that starts after `MAX_READ` is shown: a secret there may be cut, and so not be found. */
function withoutKnown(text: string, known: RegExp): string {
	let shown = '';
	let from = 0;
	for (const match of text.matchAll(known)) {
		if (match.index >= MAX_READ) break;
		shown += text.slice(from, match.index) + MARK;
		from = match.index + match[0].length;
	}
	return shown + text.slice(from, Math.max(from, MAX_READ));
}

function toLine(text: string): string {
	const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
	return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1)}…`;
}

function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
