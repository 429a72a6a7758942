import { createCanvas } from '@napi-rs/canvas';

import { withOrientation } from './exif';
import { jpeg, type Sheet } from './sheet';

type Transform = readonly [number, number, number, number, number, number];

/** How the displayed picture's pixels are laid down in the file, by EXIF orientation. */
function transform(orientation: number, width: number, height: number): Transform {
	const transforms: Readonly<Record<number, Transform>> = {
		2: [-1, 0, 0, 1, width, 0],
		3: [-1, 0, 0, -1, width, height],
		4: [1, 0, 0, -1, 0, height],
		5: [0, 1, 1, 0, 0, 0],
		6: [0, -1, 1, 0, 0, width],
		7: [0, -1, -1, 0, height, width],
		8: [0, 1, -1, 0, height, 0],
	};
	return transforms[orientation] ?? [1, 0, 0, 1, 0, 0];
}

/** The page as a camera stores it that was held in this way: a viewer shows it upright. */
export function turnedJpeg({ canvas: page }: Sheet, orientation: number, quality: number): Buffer {
	const { width, height } = page;
	const onItsSide = orientation >= 5;
	const canvas = createCanvas(onItsSide ? height : width, onItsSide ? width : height);
	const pen = canvas.getContext('2d');
	pen.setTransform(...transform(orientation, width, height));
	pen.drawImage(page, 0, 0);
	// Both byte orders occur in real cameras' files.
	return withOrientation(jpeg({ canvas, pen }, quality), orientation, orientation % 2 === 1);
}
