import { around } from '../recognizers/boxes';
import type { Box, RecognizedPage, RecognizedWord } from '../recognizers/recognizer';

/** Words that stand together in a row, with a gap on both sides. */
export interface Segment {
	readonly box: Box;
	readonly words: readonly RecognizedWord[];
}

export type Row = readonly Segment[];

/** A gap wider than this many times the median height of a row's words separates segments. */
const GAP = 0.9;

/** All words of the page in rows from top to bottom, across its blocks and columns. */
export function rowsOf(page: RecognizedPage): Row[] {
	const rows: RecognizedWord[][] = [];
	const words = page.blocks.flatMap((block) => block.lines).flatMap((line) => line.words);
	for (const word of [...words].sort((first, second) => middle(first.box) - middle(second.box))) {
		const row = rows.at(-1);
		const last = row?.at(-1);
		if (row !== undefined && last !== undefined && isBeside(word.box, last.box)) row.push(word);
		else rows.push([word]);
	}
	return rows.map(segmentsOf);
}

function middle({ top, bottom }: Box): number {
	return (top + bottom) / 2;
}

function isBeside(box: Box, other: Box): boolean {
	return middle(box) < other.bottom && middle(other) > box.top;
}

function segmentsOf(words: readonly RecognizedWord[]): Segment[] {
	const sorted = [...words].sort((first, second) => first.box.left - second.box.left);
	const maxGap = median(sorted.map(({ box }) => box.bottom - box.top)) * GAP;
	const segments: RecognizedWord[][] = [];
	let right = -Infinity;
	for (const word of sorted) {
		if (word.box.left - right > maxGap) segments.push([]);
		segments.at(-1)?.push(word);
		right = Math.max(right, word.box.right);
	}
	return segments.map((part) => ({ box: around(part.map(({ box }) => box)), words: part }));
}

function median(values: readonly number[]): number {
	return [...values].sort((first, second) => first - second)[values.length >> 1] ?? 0;
}
