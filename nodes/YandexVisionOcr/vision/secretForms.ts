/** A shorter piece says nothing, and would blacken ordinary words. */
const MIN_PIECE = 4;
const MIN_LINE = 16;

/**
 * Every spelling in which a server may give a secret back: as it is, JSON-escaped, URL-encoded,
 * base64 (at each of the three places it can have inside a longer text), and line by line.
 */
export function secretForms(secret: string): readonly string[] {
	const lines = secret
		.split(/\r\n|\\r\\n|\\n|[\r\n]/)
		.filter((line) => line.length >= MIN_LINE && !line.startsWith('-----'));
	const forms = [secret, ...lines].flatMap((text) => [
		text,
		inJson(text),
		inJson(text).replaceAll('/', '\\/'),
		encodeURIComponent(Buffer.from(text).toString()),
		new URLSearchParams([['', text]]).toString().slice(1),
		...base64Forms(text),
	]);
	return [...new Set(forms)].filter((form) => form.length >= MIN_PIECE);
}

function inJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

/** Without the characters at either end that the neighbouring bytes also shape. */
function base64Forms(text: string): readonly string[] {
	return [0, 1, 2].flatMap((offset) => {
		const bytes = Buffer.from(' '.repeat(offset) + text);
		const whole = bytes.toString('base64').replace(/=+$/, '');
		const from = offset === 0 ? 0 : offset + 1;
		const to = bytes.length % 3 === 0 ? whole.length : whole.length - 1;
		const form = whole.slice(from, to);
		return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
	});
}
