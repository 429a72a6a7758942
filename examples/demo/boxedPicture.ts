import type { UprightPicture } from './uprightPicture';
import type { Word } from './word';

/** A font is somewhat larger than the letters of a line are high. */
const sizePerHeight = 1.15;
/** Letters are on average half as wide as their font's size: in a larger one they would not fit. */
const sizePerLetter = 2;

/**
 * An SVG of two panels: the picture with a box around every word, and the words as they were read,
 * each drawn into its box. Both together show whether text and place are right.
 */
export function boxedPicture(picture: UprightPicture, words: readonly Word[]): string {
	const { width, height } = picture;
	const beside = width <= height * 2;
	const [right, below] = beside ? [width, 0] : [0, height];
	const stroke = strokeWidth(picture);
	const boxes = words.map((word) => box(word, stroke)).join('\n');
	const heights = lineHeights(words);
	const texts = words
		.map((word) => text(word, heights.get(lineOf(word)) ?? word.height))
		.join('\n');
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width + right}" height="${height + below}" viewBox="0 0 ${width + right} ${height + below}">
<rect width="100%" height="100%" fill="white"/>
<image width="${width}" height="${height}" xlink:href="${picture.dataUri}"/>
${boxes}
<g transform="translate(${right} ${below})" font-family="Arial, Helvetica, sans-serif">
${boxes}
${texts}
</g>
</svg>
`;
}

/** Attributes instead of CSS: some viewers and converters of SVG draw black boxes otherwise. */
function box({ text: title, x, y, width, height }: Word, stroke: number): string {
	const place = `x="${x}" y="${y}" width="${width}" height="${height}"`;
	const look = `fill="#1565c0" fill-opacity="0.08" stroke="#1565c0" stroke-width="${stroke}"`;
	return `<rect class="word" ${place} ${look}><title>${escaped(title)}</title></rect>`;
}

/** Words that are higher than wide are turned: their letters run along the longer side. */
function text({ text: read, x, y, width, height }: Word, lineHeight: number): string {
	const isTurned = read.length > 1 && height > width * 1.5;
	const [along, across] = isTurned ? [height, Math.min(width, lineHeight)] : [width, lineHeight];
	const size = Math.min(across * sizePerHeight, (along / read.length) * sizePerLetter);
	const middle = size * 0.35;
	const [left, baseline] = isTurned ? [x + width / 2 - middle, y] : [x, y + height / 2 + middle];
	const turn = isTurned ? ` transform="rotate(90 ${left} ${baseline})"` : '';
	return `<text x="${left}" y="${baseline}"${turn} font-size="${size}" textLength="${along}" lengthAdjust="spacingAndGlyphs">${escaped(read)}</text>`;
}

/** One height for a whole line: a box is as high as its letters, that of "on" lower than "dog"'s. */
function lineHeights(words: readonly Word[]): ReadonlyMap<string, number> {
	const heights = new Map<string, number[]>();
	for (const word of words) {
		heights.set(lineOf(word), [...(heights.get(lineOf(word)) ?? []), word.height]);
	}
	return new Map([...heights].map(([line, ofLine]) => [line, median(ofLine)]));
}

function lineOf({ page, block, line }: Word): string {
	return `${page}/${block}/${line}`;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function strokeWidth({ width, height }: UprightPicture): number {
	return Math.max(1, Math.round(Math.max(width, height) / 1000));
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** XML has no way to write control characters, not even as entities. */
function escaped(value: string): string {
	return value
		.replace(/[^\P{C}\t\n]/gu, '')
		.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
