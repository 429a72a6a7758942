import { boxAround } from './box';
import type { Box, Point, Polygon } from './page';

/**
 * EXIF's Orientation (TIFF tag 0x0112): how the pixels of a file are turned before they are shown.
 * 1 as stored, 2 mirrored left to right, 3 by 180 degrees, 4 mirrored top to bottom, 5 mirrored on
 * the diagonal, 6 by 90 degrees clockwise, 7 mirrored on the other diagonal, 8 by 270 degrees.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** Whether width and height change places. */
function swapsSides(orientation: Orientation): boolean {
	return orientation >= 5;
}

/** The size after turning; turning back swaps the same way. */
export function turnSize(size: Size, orientation: Orientation): Size {
	return swapsSides(orientation) ? { width: size.height, height: size.width } : size;
}

/** The orientation that turns back what this one turned. */
export function inverseOf(orientation: Orientation): Orientation {
	if (orientation === 6) return 8;
	return orientation === 8 ? 6 : orientation;
}

/** Where a point lies after turning; coordinates run along the edges of pixels, 0 to width. */
export function turnPoint({ x, y }: Point, size: Size, orientation: Orientation): Point {
	const { width, height } = size;
	switch (orientation) {
		case 1:
			return { x, y };
		case 2:
			return { x: width - x, y };
		case 3:
			return { x: width - x, y: height - y };
		case 4:
			return { x, y: height - y };
		case 5:
			return { x: y, y: x };
		case 6:
			return { x: height - y, y: x };
		case 7:
			return { x: height - y, y: width - x };
		case 8:
			return { x: y, y: width - x };
	}
}

/** The corners keep their order: the first stays the first, wherever it now lies. */
export function turnPolygon(polygon: Polygon, size: Size, orientation: Orientation): Polygon {
	return polygon.map((point) => turnPoint(point, size, orientation));
}

export function turnBox(box: Box, size: Size, orientation: Orientation): Box {
	if (orientation === 1) return box;
	const from = turnPoint(box, size, orientation);
	const to = turnPoint({ x: box.x + box.width, y: box.y + box.height }, size, orientation);
	return boxAround([from, to]) ?? box;
}
