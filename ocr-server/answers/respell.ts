type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** proto3 JSON: a field with its zero value is not printed. -1 and `false` in a list stay. */
export function withoutZeros(value: Json): Json {
	if (Array.isArray(value)) return (value as readonly Json[]).map(withoutZeros);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([, field]) => !isZero(field));
	return Object.fromEntries(kept.map(([key, field]) => [key, withoutZeros(field)]));
}

function isZero(value: Json): boolean {
	if (Array.isArray(value)) return value.length === 0;
	if (typeof value === 'string')
		return value === '0' || value === '' || /_UNSPECIFIED$/.test(value);
	return value === 0 || value === false;
}

/** `text_annotation` for `textAnnotation`, and a line's words under `alternatives`. */
export function snakeCased(value: Json): Json {
	if (Array.isArray(value)) return (value as readonly Json[]).map(snakeCased);
	if (typeof value !== 'object' || value === null) return value;
	const fields = Object.entries(value).map(([key, field]): [string, Json] => [
		key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		snakeCased(field),
	]);
	const { text, words, ...others } = Object.fromEntries(fields);
	if (words === undefined) return Object.fromEntries(fields);
	return { ...others, alternatives: [{ text: text ?? '', words }] };
}
