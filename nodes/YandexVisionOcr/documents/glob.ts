/** Whether a field's text is a pattern rather than a name. */
export function isGlob(text: string): boolean {
	return text.includes('*') || text.includes('?');
}

/**
 * Whether `text` fits `pattern`, in which `*` stands for any characters, also none, and `?` for one.
 *
 * Two pointers and one way back, to the last `*`: at most `pattern.length × text.length` steps, no
 * recursion. A pattern of a user is never made into a regular expression.
 */
export function matchesGlob(pattern: string, text: string): boolean {
	let inPattern = 0;
	let inText = 0;
	let lastStar = -1;
	let resumeAt = 0;
	while (inText < text.length) {
		if (pattern[inPattern] === '*') {
			lastStar = inPattern++;
			resumeAt = inText;
		} else if (pattern[inPattern] === '?' || pattern[inPattern] === text[inText]) {
			inPattern++;
			inText++;
		} else if (lastStar >= 0) {
			inPattern = lastStar + 1;
			inText = ++resumeAt;
		} else {
			return false;
		}
	}
	while (pattern[inPattern] === '*') inPattern++;
	return inPattern === pattern.length;
}
