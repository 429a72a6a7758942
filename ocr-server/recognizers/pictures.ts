import type { Box, RecognizedBlock } from './recognizer';

/** The page is looked at in squares of so many pixels. */
const SQUARE_PX = 16;
/** The paper is what most of the page is; darker than this share of it is something. */
const PAPER_SHARE = 0.85;
const MIN_SHARE_OF_PAGE = 0.02;
const MIN_FILLED = 0.6;

/** Large filled areas without text: what is drawn or photographed on the page. */
export async function findPictures(
	bytes: Buffer,
	blocks: readonly RecognizedBlock[],
): Promise<readonly Box[]> {
	const { createCanvas, loadImage } = await import('@napi-rs/canvas');
	const picture = await loadImage(bytes);
	const columns = Math.max(1, Math.floor(picture.width / SQUARE_PX));
	const rows = Math.max(1, Math.floor(picture.height / SQUARE_PX));
	const pen = createCanvas(columns, rows).getContext('2d');
	pen.fillStyle = 'white';
	pen.fillRect(0, 0, columns, rows);
	pen.imageSmoothingQuality = 'high';
	pen.drawImage(picture, 0, 0, columns, rows);
	const { data } = pen.getImageData(0, 0, columns, rows);
	const words = blocks.flatMap((block) => block.lines).flatMap((line) => line.words);
	const brightness = Array.from({ length: columns * rows }, (_, square) =>
		Math.min(...data.subarray(square * 4, square * 4 + 3)),
	);
	const paper = medianOf(brightness) * PAPER_SHARE;
	const filled = brightness.map((value, square) => {
		const x = ((square % columns) + 0.5) * SQUARE_PX;
		const y = (Math.floor(square / columns) + 0.5) * SQUARE_PX;
		return value < paper && !words.some(({ box }) => isInside(x, y, box));
	});
	return areas(filled, columns).map((area) => scaled(area, SQUARE_PX));
}

function medianOf(values: readonly number[]): number {
	return [...values].sort((first, second) => first - second)[values.length >> 1] ?? 255;
}

function isInside(x: number, y: number, { left, top, right, bottom }: Box): boolean {
	return x >= left && x <= right && y >= top && y <= bottom;
}

/** The boxes around connected filled squares that are large and full enough. */
function areas(filled: boolean[], columns: number): Box[] {
	const found: Box[] = [];
	for (let start = 0; start < filled.length; start += 1) {
		const squares = takeConnected(filled, columns, start);
		if (squares.length < filled.length * MIN_SHARE_OF_PAGE) continue;
		const box = boxAround(squares, columns);
		const area = (box.right - box.left) * (box.bottom - box.top);
		if (squares.length >= area * MIN_FILLED) found.push(box);
	}
	return found;
}

/** Empties the squares that hang together with `start` and returns them. */
function takeConnected(filled: boolean[], columns: number, start: number): number[] {
	const taken: number[] = [];
	const waiting = [start];
	for (let square = waiting.pop(); square !== undefined; square = waiting.pop()) {
		if (filled[square] !== true) continue;
		filled[square] = false;
		taken.push(square);
		const column = square % columns;
		waiting.push(square - columns, square + columns);
		if (column > 0) waiting.push(square - 1);
		if (column < columns - 1) waiting.push(square + 1);
	}
	return taken;
}

function boxAround(squares: readonly number[], columns: number): Box {
	let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
	for (const square of squares) {
		left = Math.min(left, square % columns);
		right = Math.max(right, (square % columns) + 1);
		top = Math.min(top, Math.floor(square / columns));
		bottom = Math.max(bottom, Math.floor(square / columns) + 1);
	}
	return { left, top, right, bottom };
}

function scaled({ left, top, right, bottom }: Box, factor: number): Box {
	return {
		left: left * factor,
		top: top * factor,
		right: right * factor,
		bottom: bottom * factor,
	};
}
