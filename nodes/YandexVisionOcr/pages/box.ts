import type { Box, Point, Polygon } from './page';

/** The upright rectangle around the corners, whatever their order; null without corners. */
export function boxAround(corners: Polygon): Box | null {
	const [first] = corners;
	if (!first) return null;
	let left = first.x;
	let right = first.x;
	let top = first.y;
	let bottom = first.y;
	for (let corner = 1; corner < corners.length; corner++) {
		const { x, y } = corners[corner] as Point;
		if (x < left) left = x;
		else if (x > right) right = x;
		if (y < top) top = y;
		else if (y > bottom) bottom = y;
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The smallest box that holds all the boxes; null for none. */
export function boxAroundAll(boxes: readonly (Box | null)[]): Box | null {
	const corners = boxes.flatMap((box) =>
		box ? [box, { x: box.x + box.width, y: box.y + box.height }] : [],
	);
	return boxAround(corners);
}

export function isInside(x: number, y: number, box: Box): boolean {
	return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** The share of `part` that lies in `whole`, 0 to 1; for a box without area that of its length. */
export function shareInside(part: Box, whole: Box): number {
	const across = overlap(part.x, part.width, whole.x, whole.width);
	const down = overlap(part.y, part.height, whole.y, whole.height);
	return across * down;
}

/** The share of one stretch that lies in another, 0 to 1; for a point 1 or 0. */
function overlap(start: number, length: number, from: number, size: number): number {
	if (length === 0) return start >= from && start <= from + size ? 1 : 0;
	const shared = Math.min(start + length, from + size) - Math.max(start, from);
	return Math.max(0, shared / length);
}
