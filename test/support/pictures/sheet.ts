import { dirname, join } from 'node:path';

import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

const FONTS = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts');
GlobalFonts.registerFromPath(join(FONTS, 'LiberationSans-Regular.ttf'), 'Sheet');
GlobalFonts.registerFromPath(join(FONTS, 'LiberationSans-Bold.ttf'), 'Sheet Bold');

export interface Sheet {
	readonly canvas: Canvas;
	readonly pen: SKRSContext2D;
}

/** A white canvas and a black pen. Sizes in pixels. */
export function sheet(width: number, height: number): Sheet {
	const canvas = createCanvas(width, height);
	const pen = canvas.getContext('2d');
	pen.fillStyle = 'white';
	pen.fillRect(0, 0, width, height);
	pen.fillStyle = 'black';
	pen.strokeStyle = 'black';
	pen.textBaseline = 'top';
	return { canvas, pen };
}

/** Writes with the top left corner at x, y. The font comes with pdfjs, so that every machine has it. */
export function write(
	pen: SKRSContext2D,
	text: string,
	[x, y]: readonly [number, number],
	size: number,
	weight: 'regular' | 'bold' = 'regular',
): void {
	pen.font = `${size}px "${weight === 'bold' ? 'Sheet Bold' : 'Sheet'}"`;
	pen.fillText(text, x, y);
}

export function png({ canvas }: Sheet): Buffer {
	return canvas.toBuffer('image/png');
}

/** `quality` from 0 to 100. */
export function jpeg({ canvas }: Sheet, quality: number): Buffer {
	return canvas.toBuffer('image/jpeg', quality);
}
