/** The entries of a text like `data, scan`. */
export function splitList(text: string): readonly string[] {
	return text
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}
