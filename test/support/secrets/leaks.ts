import { secretForms } from '../../../nodes/YandexVisionOcr/vision/secretForms';

/** What must not be found anywhere, by a name for it. */
export type Secrets = Readonly<Record<string, string>>;

interface Form {
	readonly name: string;
	/** Without blanks: what prints data breaks it into lines and columns. */
	readonly text: string;
}

/**
 * The names of the secrets that stand somewhere in `left`: as they are, JSON-escaped, URL-encoded,
 * base64 at each of its three places, or as the bytes of a body.
 */
export function leaksIn(left: string, secrets: Secrets): readonly string[] {
	const searched = withoutBlanks(left);
	return Object.entries(secrets).flatMap(([name, secret]) =>
		formsOf(secret)
			.filter(({ text }) => searched.includes(text))
			.map((form) => `${name} ${form.name}`),
	);
}

const known = new Map<string, readonly Form[]>();

function formsOf(secret: string): readonly Form[] {
	const forms = known.get(secret) ?? [...spellings(secret), ...byteForms(secret)];
	known.set(secret, forms);
	return forms;
}

function spellings(secret: string): readonly Form[] {
	return secretForms(secret).map((form) => ({
		name: form === secret ? 'as it is' : `as ${form.slice(0, 12)}…`,
		text: withoutBlanks(form),
	}));
}

/** A body is bytes: its start in JSON, and in what `inspect` shows of a Buffer. */
function byteForms(secret: string): readonly Form[] {
	const bytes = Buffer.from(secret).subarray(0, 24);
	return [
		{ name: 'as a list of bytes', text: bytes.join(',') },
		{ name: 'as hexadecimal bytes', text: bytes.toString('hex') },
	];
}

function withoutBlanks(text: string): string {
	return text.replace(/\s+/g, '');
}
