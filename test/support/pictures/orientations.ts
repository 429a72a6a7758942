import { createCanvas } from '@napi-rs/canvas';

import { withOrientation } from './exif';
import { jpeg, type Sheet, sheet, write } from './sheet';

const WIDTH = 480;
const HEIGHT = 200;

/** How the displayed picture's pixels are laid down in the file, as a canvas transform. */
const TRANSFORMS: Readonly<
	Record<number, readonly [number, number, number, number, number, number]>
> = {
	1: [1, 0, 0, 1, 0, 0],
	2: [-1, 0, 0, 1, WIDTH, 0],
	3: [-1, 0, 0, -1, WIDTH, HEIGHT],
	4: [1, 0, 0, -1, 0, HEIGHT],
	5: [0, 1, 1, 0, 0, 0],
	6: [0, -1, 1, 0, 0, WIDTH],
	7: [0, -1, -1, 0, HEIGHT, WIDTH],
	8: [0, 1, -1, 0, HEIGHT, 0],
};

/** A JPEG that shows the same upright text whichever of the eight orientations it is stored in. */
export function orientedPicture(orientation: number): Buffer {
	const turned = orientation >= 5;
	const canvas = createCanvas(turned ? HEIGHT : WIDTH, turned ? WIDTH : HEIGHT);
	const pen = canvas.getContext('2d');
	pen.setTransform(...(TRANSFORMS[orientation] ?? [1, 0, 0, 1, 0, 0]));
	pen.drawImage(displayed(orientation).canvas, 0, 0);
	// Both byte orders occur in real cameras' files.
	return withOrientation(jpeg({ canvas, pen }, 80), orientation, orientation % 2 === 1);
}

function displayed(orientation: number): Sheet {
	const page = sheet(WIDTH, HEIGHT);
	write(page.pen, `ORIENTATION ${orientation}`, [30, 30], 42, 'bold');
	write(page.pen, 'upper left of a turned page', [30, 110], 26);
	return page;
}
