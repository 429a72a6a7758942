import type { Rectangle } from '../overlap';
import { sheet, write } from './sheet';
import { turnedJpeg } from './turned';

const LINES = [
	'Dear Ms Example,',
	'your order 471108 is ready.',
	'Questions? Write to',
	'jane.doe@example.com or',
	'call 020-79460123 at noon.',
	'Kind regards from the shop',
];
export const LETTER_SIZE = { width: 900, height: 640 };
const LEFT = 60;
const TOP = 60;
const LINE_HEIGHT = 90;
const FONT_SIZE = 44;

function page() {
	const drawn = sheet(LETTER_SIZE.width, LETTER_SIZE.height);
	LINES.forEach((line, index) =>
		write(drawn.pen, line, [LEFT, TOP + LINE_HEIGHT * index], FONT_SIZE),
	);
	return drawn;
}

/** A photo of a letter with an e-mail address and numbers, all invented. */
export function letter(orientation: number): Buffer {
	return turnedJpeg(page(), orientation, 85);
}

/** Where the ink of a word of the letter lies when it is shown upright, to whole pixels. */
export function placeInLetter(word: string): Rectangle {
	const { pen } = page();
	const index = LINES.findIndex((line) => line.includes(word));
	const before = LINES[index]?.split(word)[0] ?? '';
	const ink = pen.measureText(word);
	const x = LEFT + pen.measureText(before).width - ink.actualBoundingBoxLeft;
	const y = TOP + LINE_HEIGHT * index - ink.actualBoundingBoxAscent;
	const width = ink.actualBoundingBoxRight + ink.actualBoundingBoxLeft;
	const height = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
	return {
		x: Math.ceil(x),
		y: Math.ceil(y),
		width: Math.floor(width) - 1,
		height: Math.floor(height) - 1,
	};
}
