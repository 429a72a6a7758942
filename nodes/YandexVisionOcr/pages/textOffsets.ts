import type { Block, Line, Span } from './page';

/** What the service may count when it says where a word stands in the page's text. */
const units = ['codePoint', 'utf8'] as const;
type Unit = (typeof units)[number];

/**
 * The blocks with their words' spans in UTF-16 units, as JavaScript slices texts. The unit is not
 * documented, and only texts outside ASCII tell the candidates apart: the one with which most words
 * are found at their places is taken, and the spans are left as they are unless another unit
 * explains more words than UTF-16 does, and more than half of all.
 */
export function inUtf16(blocks: readonly Block[], text: string): readonly Block[] {
	const asGiven = countExplained(blocks, text);
	if (asGiven.explained === asGiven.all) return blocks;
	let most = Math.max(asGiven.explained, asGiven.all / 2);
	let best: Uint32Array | undefined;
	for (const unit of units) {
		const offsets = utf16Offsets(text, unit);
		const { explained } = countExplained(blocks, text, offsets);
		if (explained <= most) continue;
		most = explained;
		best = offsets;
	}
	return best ? converted(blocks, best) : blocks;
}

interface Explained {
	/** Words that stand in the text where their span says. */
	explained: number;
	/** Words with a span. */
	all: number;
}

function countExplained(
	blocks: readonly Block[],
	text: string,
	offsets?: Uint32Array,
): Readonly<Explained> {
	const count: Explained = { explained: 0, all: 0 };
	for (const block of blocks) {
		for (const line of block.lines) {
			for (const word of line.words) {
				if (word.span === null) continue;
				count.all += 1;
				const span = offsets ? convert(word.span, offsets) : word.span;
				if (isAt(span, word.text, text)) count.explained += 1;
			}
		}
	}
	return count;
}

function isAt({ start, length }: Span, word: string, text: string): boolean {
	return length === word.length && text.startsWith(word, start);
}

/** For each count of code points or UTF-8 bytes, the UTF-16 offset at which it is reached. */
function utf16Offsets(text: string, unit: Unit): Uint32Array {
	const offsets = new Uint32Array(unit === 'utf8' ? Buffer.byteLength(text) + 1 : text.length + 1);
	let count = 0;
	let at = 0;
	for (const character of text) {
		const size = unit === 'utf8' ? Buffer.byteLength(character) : 1;
		offsets.fill(at, count, count + size);
		count += size;
		at += character.length;
	}
	return offsets.fill(at, count).subarray(0, count + 1);
}

function convert(span: Span, offsets: Uint32Array): Span {
	const start = offsets[span.start];
	const end = offsets[span.start + span.length];
	return start === undefined || end === undefined ? span : { start, length: end - start };
}

function converted(blocks: readonly Block[], offsets: Uint32Array): readonly Block[] {
	return blocks.map((block) => ({
		...block,
		lines: block.lines.map((line): Line => ({
			...line,
			words: line.words.map((word) => ({
				...word,
				span: word.span && convert(word.span, offsets),
			})),
		})),
	}));
}
