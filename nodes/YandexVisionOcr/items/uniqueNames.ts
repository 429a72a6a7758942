/** Names that reach into JavaScript's objects when an item is copied carelessly. */
const DANGEROUS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Field names out of the headers of a table: trimmed, line breaks as blanks; an empty or dangerous
 * one is named after its column (`column2`), one that is taken gets a number (`Sum`, `Sum_2`).
 * @param taken names that the item uses itself
 */
export function uniqueNames(
	headers: readonly string[],
	taken: readonly string[],
): readonly string[] {
	const used = new Set(taken);
	const repeats = new Map<string, number>();
	return headers.map((header, index) => {
		const trimmed = header.replace(/\s+/g, ' ').trim();
		const name = isFieldName(trimmed) ? trimmed : `column${index + 1}`;
		let unique = name;
		for (let count = repeats.get(name) ?? 2; used.has(unique); count++) {
			unique = `${name}_${count}`;
			repeats.set(name, count + 1);
		}
		used.add(unique);
		return unique;
	});
}

export function isFieldName(name: string): boolean {
	return name !== '' && !DANGEROUS.includes(name);
}
