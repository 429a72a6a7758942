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
	const forms = [...new Set(secrets.flatMap(secretForms).map(inLowerCase))];
	const readable = MAX_READ + Math.max(0, ...forms.map((form) => form.length));
	return (text) => toLine(withoutKnown(text.slice(0, readable), forms).replace(secretLike, MARK));
}

/** Nothing that starts after `MAX_READ` is shown: a secret there may be cut, and so not be found. */
function withoutKnown(text: string, forms: readonly string[]): string {
	let shown = '';
	let from = 0;
	for (const [start, end] of placesOf(inLowerCase(text), forms)) {
		if (start >= from) shown += text.slice(from, start) + MARK;
		from = Math.max(from, end);
	}
	return shown + text.slice(from, Math.max(from, MAX_READ));
}

/**
 * Where the forms stand, by their beginning. A search for each of a private key's 300 spellings takes
 * a hundredth of the time of one regular expression with all of them.
 */
function placesOf(
	text: string,
	forms: readonly string[],
): ReadonlyArray<readonly [start: number, end: number]> {
	const places: Array<readonly [number, number]> = [];
	for (const form of forms) {
		for (let at = text.indexOf(form); at >= 0 && at < MAX_READ; at = text.indexOf(form, at + 1)) {
			places.push([at, at + form.length]);
		}
	}
	return places.sort(([a], [b]) => a - b);
}

/** URL-encoding comes in both cases. Other letters than these change their length with their case. */
function inLowerCase(text: string): string {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function toLine(text: string): string {
	const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
	return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1)}…`;
}
