import { ok, type Result } from '../problem';
import { checkFileSize } from './limits';
import { refuse } from './refusal';

const notBase64 = /[^A-Za-z0-9+/_-]/;
const useBinary = 'Set Input Source to Binary File to take the file from a binary field.';

/** What people put into the field by mistake, by how it begins, and what they meant instead. */
const mistakes: ReadonlyArray<readonly [beginning: RegExp, is: string, hint: string]> = [
	[/^https?:/i, 'It is a URL, not base64 text.', 'Set Input Source to URL.'],
	// What an expression like {{ $binary.data.data }} gives unless n8n keeps files in memory.
	[
		/^(?:filesystem(?:-v2)?|s3|azure|database)(?::|$)/,
		"It is n8n's reference to a stored file, not base64 text.",
		useBinary,
	],
	[
		/^\[object /,
		'It is an object, not base64 text.',
		'Map a single field that holds the base64 text.',
	],
];

/**
 * The file in a base64 text: plain or a data: URL, in the usual or the URL-safe alphabet, with line
 * breaks or without, padded or not.
 */
export function decodeBase64(text: string): Result<Buffer> {
	const given = text.trim();
	if (given === '') return invalid('The base64 text is empty.', 'Map a field that holds the file.');
	const mistake = mistakes.find(([beginning]) => beginning.test(given));
	if (mistake) return invalid(mistake[1], mistake[2]);

	const payload = payloadOf(given);
	if (!payload.ok) return payload;
	const digits = withoutPadding(withoutSpace(payload.value));
	const tooLarge = checkFileSize(Math.floor((digits.length * 3) / 4));
	if (tooLarge) return { ok: false, error: tooLarge };

	const stray = digits.search(notBase64);
	if (stray >= 0) return strayCharacter(digits.charAt(stray), stray);
	if (digits.length % 4 === 1) return cutOff(digits.length);
	return ok(Buffer.from(digits, 'base64'));
}

/** A data: URL's header is short; what has no comma that far is not one. */
const maxHeaderLength = 256;

function payloadOf(text: string): Result<string> {
	if (!/^data:/i.test(text)) return ok(text);
	const header = text.slice(0, maxHeaderLength).split(',', 1)[0] ?? '';
	if (header.length === Math.min(text.length, maxHeaderLength)) {
		return invalid('The data: URL has no comma before its content.', 'Pass it on unchanged.');
	}
	if (!/;\s*base64$/i.test(header)) {
		return invalid('The data: URL is not encoded as base64.', 'Encode its content as base64.');
	}
	return ok(text.slice(header.length + 1));
}

function withoutSpace(text: string): string {
	return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}

function withoutPadding(text: string): string {
	let end = text.length;
	while (end > text.length - 2 && text.charAt(end - 1) === '=') end--;
	return text.slice(0, end);
}

function strayCharacter(character: string, index: number): Result<never> {
	return invalid(
		`The text is not base64: character ${index + 1} is ${JSON.stringify(character)}.`,
		'Check that the field holds the file as base64 text and nothing else.',
	);
}

function cutOff(length: number): Result<never> {
	return invalid(
		`The base64 text is cut off: ${length} characters cannot be the whole of it.`,
		'Check that the step before hands the text on whole.',
	);
}

function invalid(message: string, hint: string): Result<never> {
	return refuse('INVALID_BASE64', message, hint);
}
