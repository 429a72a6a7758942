import { around } from '../recognizers/boxes';
import type { RecognizedLine, RecognizedPage } from '../recognizers/recognizer';
import { type AnnotatedBlock, type LayoutType, textOf } from './annotation';

/** Lines so many times higher than the page's median line are headings. */
const TITLE = 1.7;
const SECTION_HEADER = 1.25;
const LIST_ITEM = /^(?:[-•*–]|\d+[.)])\s/;

/** The page's blocks, cut where the kind of their lines changes; a list goes on over blocks. */
export function layout(page: RecognizedPage): AnnotatedBlock[] {
	const lines = page.blocks.flatMap((block) => block.lines);
	const heights = lines.map(heightOf).sort((first, second) => first - second);
	const median = heights[Math.floor(heights.length / 2)] ?? 1;
	const parts: Part[] = [];
	for (const block of page.blocks) {
		block.lines.forEach((line, index) => {
			const layoutType = kindOf(line, median);
			const goesOn = index > 0 || layoutType === 'LIST';
			const part = parts.at(-1);
			if (goesOn && part?.layoutType === layoutType) part.lines.push(line);
			else parts.push({ layoutType, lines: [line] });
		});
	}
	return parts.map((part) => ({ ...part, box: around(part.lines.map((line) => line.box)) }));
}

interface Part {
	readonly layoutType: LayoutType;
	readonly lines: RecognizedLine[];
}

function kindOf(line: RecognizedLine, medianHeight: number): LayoutType {
	if (LIST_ITEM.test(textOf(line.words))) return 'LIST';
	const ratio = heightOf(line) / medianHeight;
	if (ratio >= TITLE) return 'TITLE';
	return ratio >= SECTION_HEADER ? 'SECTION_HEADER' : 'TEXT';
}

function heightOf({ box }: RecognizedLine): number {
	return box.bottom - box.top;
}
