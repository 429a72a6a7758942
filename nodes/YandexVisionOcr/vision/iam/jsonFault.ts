/**
 * A string, a number or literal, or a punctuation mark, with the white space before it. Line breaks
 * inside a string are let through: whoever reads pasted keys repairs them.
 */
const token =
	/[ \t\r\n]*(?:("(?:[\t\r\n !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\]:,]))/y;

/** A string that the end of the text cuts off. */
const cutString = /"(?:[\t\r\n !#-[\]-\uffff]|\\[^])*\\?$/y;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'separator';

/**
 * The offset of the first character that keeps `text` from being JSON; its length when nothing but
 * its end is missing. Node.js's own message mostly names no place, and quotes the text.
 */
export function jsonFaultAt(text: string): number {
	const open: string[] = [];
	let expected: Expected = 'value';
	token.lastIndex = 0;
	for (;;) {
		const start = skipSpace(text, token.lastIndex);
		const match = token.exec(text);
		if (!match) return isCutString(text, start) ? text.length : start;
		const [, string, scalar, mark] = match;
		const next = follow(open, expected, string !== undefined, scalar !== undefined, mark);
		if (next === undefined) return start;
		expected = next;
		if (expected === 'separator' && open.length === 0) return skipSpace(text, token.lastIndex);
	}
}

function follow(
	open: string[],
	expected: Expected,
	isString: boolean,
	isScalar: boolean,
	mark: string | undefined,
): Expected | undefined {
	if (mark === '}' || mark === ']') return close(open, expected, mark);
	switch (expected) {
		case 'key':
		case 'keyOrEnd':
			return isString ? 'colon' : undefined;
		case 'colon':
			return mark === ':' ? 'value' : undefined;
		case 'separator':
			if (mark !== ',') return undefined;
			return open.at(-1) === '{' ? 'key' : 'value';
		case 'value':
		case 'valueOrEnd':
			if (isString || isScalar) return 'separator';
			if (mark !== '{' && mark !== '[') return undefined;
			open.push(mark);
			return mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
	}
}

function close(open: string[], expected: Expected, mark: '}' | ']'): Expected | undefined {
	const mayEnd: readonly Expected[] = ['separator', mark === '}' ? 'keyOrEnd' : 'valueOrEnd'];
	return mayEnd.includes(expected) && open.pop() === (mark === '}' ? '{' : '[')
		? 'separator'
		: undefined;
}

function isCutString(text: string, at: number): boolean {
	cutString.lastIndex = at;
	return cutString.test(text);
}

function skipSpace(text: string, from: number): number {
	let at = from;
	while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
	return at;
}
