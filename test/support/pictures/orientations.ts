import { type Sheet, sheet, write } from './sheet';
import { turnedJpeg } from './turned';

const WIDTH = 480;
const HEIGHT = 200;

/** A JPEG that shows the same upright text whichever of the eight orientations it is stored in. */
export function orientedPicture(orientation: number): Buffer {
	return turnedJpeg(displayed(orientation), orientation, 80);
}

function displayed(orientation: number): Sheet {
	const page = sheet(WIDTH, HEIGHT);
	write(page.pen, `ORIENTATION ${orientation}`, [30, 30], 42, 'bold');
	write(page.pen, 'upper left of a turned page', [30, 110], 26);
	return page;
}
