/** The few rules of PDF's syntax (ISO 32000-1, 7.2 and 7.3) that scanning without a parser needs. */

/** More white space than any writer puts between two words; what has more is left alone. */
const maxSpaceBytes = 64;
const maxDigits = 10;

function isSpace(byte: number | undefined): boolean {
	return (
		byte === 0x20 ||
		byte === 0x0a ||
		byte === 0x0d ||
		byte === 0x09 ||
		byte === 0x00 ||
		byte === 0x0c
	);
}

function isDigit(byte: number | undefined): byte is number {
	return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Whether a name like /Page ends at this byte, or goes on like /Pages. */
export function endsName(byte: number | undefined): boolean {
	return byte === undefined || isSpace(byte) || '()<>[]{}/%'.includes(String.fromCharCode(byte));
}

export function skipSpace(bytes: Buffer, from: number): number {
	let position = from;
	while (position - from < maxSpaceBytes && isSpace(bytes[position])) position++;
	return position;
}

/** The position behind the last byte before `from` that is not white space. */
export function skipSpaceBack(bytes: Buffer, from: number): number {
	let position = from;
	while (from - position < maxSpaceBytes && isSpace(bytes[position - 1])) position--;
	return position;
}

/** The whole number at `from` and the position behind it. */
export function readNumber(
	bytes: Buffer,
	from: number,
): { value: number; end: number } | undefined {
	let end = from;
	while (end - from < maxDigits && isDigit(bytes[end])) end++;
	if (end === from || isDigit(bytes[end])) return undefined;
	return { value: Number(bytes.toString('latin1', from, end)), end };
}

/** The whole number that ends before `to` and the position of its first digit. */
export function readNumberBack(
	bytes: Buffer,
	to: number,
): { value: number; start: number } | undefined {
	let start = to;
	while (to - start < maxDigits && isDigit(bytes[start - 1])) start--;
	if (start === to || isDigit(bytes[start - 1])) return undefined;
	return { value: Number(bytes.toString('latin1', start, to)), start };
}

/** Whether a reference to another object (`12 0 R`) stands at `from`. */
export function isReference(bytes: Buffer, from: number): boolean {
	const object = readNumber(bytes, from);
	const generation = object && readNumber(bytes, skipSpace(bytes, object.end));
	return generation !== undefined && bytes[skipSpace(bytes, generation.end)] === 0x52;
}
