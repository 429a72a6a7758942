const QUOTE = 34;
const COMMA = 44;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const NEWLINE = 10;

/** Space, tab, newline, carriage return: what JSON allows between values. */
export function isBlank(byte: number): boolean {
	return byte === 32 || (byte >= 9 && byte <= 13);
}

export interface Scanned {
	/** A value ended; a line ended between values; the bytes ended; no answer of the service. */
	readonly event: 'value' | 'line' | 'more' | 'tooDeep' | 'notJson';
	/** Where the value lies in these bytes: from its first byte here to behind its last. */
	readonly start: number;
	readonly end: number;
}

/**
 * Finds where JSON objects begin and end, over any chunk boundary, in one pass: only brackets and
 * quotes are looked at. Objects may be printed over many lines, follow each other directly, or
 * stand in one array. Whether what lies between is JSON is left to JSON.parse.
 */
export class JsonScanner {
	private depth = 0;
	private inString = false;
	private escaped = false;
	private inArray = false;

	constructor(private readonly maxDepth: number) {}

	/** Whether a value, or the array around the values, is still open. */
	get isOpen(): boolean {
		return this.depth > 0 || this.inArray;
	}

	/** Looks on from `from`: to the end of a value, of a line between values, or of the bytes. */
	scan(bytes: Uint8Array, from: number): Scanned {
		if (this.depth > 0) return this.scanValue(bytes, from);
		for (let at = from; at < bytes.length; at++) {
			const byte = bytes[at] ?? 0;
			if (byte === OPEN_OBJECT) return this.scanValue(bytes, at);
			if (byte === NEWLINE && !this.inArray) return { event: 'line', start: at, end: at + 1 };
			if (byte === OPEN_ARRAY && !this.inArray) this.inArray = true;
			else if (byte === CLOSE_ARRAY && this.inArray) this.inArray = false;
			else if (byte === OPEN_ARRAY) return { event: 'tooDeep', start: at, end: at };
			else if (!(byte === COMMA && this.inArray) && !isBlank(byte)) {
				return { event: 'notJson', start: at, end: at };
			}
		}
		return { event: 'more', start: bytes.length, end: bytes.length };
	}

	private scanValue(bytes: Uint8Array, start: number): Scanned {
		let at = start;
		while (at < bytes.length) {
			if (this.inString) {
				at = this.skipString(bytes, at);
				continue;
			}
			const byte = bytes[at++];
			if (byte === QUOTE) this.inString = true;
			else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
				this.depth += 1;
				if (this.depth > this.maxDepth) return { event: 'tooDeep', start, end: at };
			} else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
				this.depth -= 1;
				if (this.depth === 0) return { event: 'value', start, end: at };
			}
		}
		return { event: 'more', start, end: at };
	}

	private skipString(bytes: Uint8Array, from: number): number {
		let at = from;
		if (this.escaped) {
			this.escaped = false;
			at += 1;
		}
		while (at < bytes.length) {
			const byte = bytes[at++];
			if (byte === QUOTE) {
				this.inString = false;
				return at;
			}
			if (byte !== BACKSLASH) continue;
			if (at === bytes.length) this.escaped = true;
			else at += 1;
		}
		return at;
	}
}
