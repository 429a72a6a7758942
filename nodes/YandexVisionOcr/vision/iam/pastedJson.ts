import { failed, ok, type Result } from '../../problem';
import { jsonFaultAt } from './jsonFault';

/** The object that somebody pasted, or where the text stops being JSON. Never quotes the text. */
export function readPastedJson(pasted: string): Result<Readonly<Record<string, unknown>>, string> {
	const text = withoutQuotes(pasted.replace(/^\uFEFF/, '').trim());
	const parsed = parse(text) ?? parse(escapeLineBreaks(text));
	if (parsed === undefined) return failed(describeFault(text));
	const { value } = parsed;
	return isObject(value) ? ok(value) : failed(`is JSON, but ${kindOf(value)} and not an object`);
}

/** A JSON text that was copied with the quotes around it, or as a string of another JSON text. */
function withoutQuotes(text: string): string {
	const quote = text.charAt(0);
	if (text.length < 2 || !['"', "'", '`'].includes(quote) || !text.endsWith(quote)) return text;
	const inner = text.slice(1, -1).trim();
	if (!/^\{(?:\s|\\[nrt])*\\"/.test(inner)) return inner;
	const unescaped = parse(`"${inner}"`)?.value;
	return typeof unescaped === 'string' ? unescaped.trim() : inner;
}

function parse(text: string): { readonly value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

/** Some editors and shells turn the `\n` inside the private key into real line breaks. */
function escapeLineBreaks(text: string): string {
	let inString = false;
	return text.replace(/\\[^]|"|\r\n|[\r\n\t]/g, (mark) => {
		if (mark === '"') inString = !inString;
		return inString && mark.trim() === '' ? '\\n' : mark;
	});
}

function describeFault(text: string): string {
	const at = jsonFaultAt(text);
	if (at >= text.length) return `is not whole JSON: its end is missing`;
	const before = text.slice(0, at).split('\n');
	const column = (before.at(-1) ?? '').length + 1;
	const place = `line ${before.length.toString()}, character ${column.toString()}`;
	return /[“”„«»]/.test(text)
		? `is not JSON at ${place}: its quotes are typographic, not straight ones`
		: `is not JSON at ${place}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'string' ? 'a text' : 'a single value';
}
