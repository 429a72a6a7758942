import { isInside, shareInside } from './box';
import type { Box } from './page';
import type { CoordinateUnit, View } from './view';

/** A rectangle on every page; its unit is its own, its frame is that of the output. */
export interface Region extends Box {
	readonly unit: CoordinateUnit;
}

/** The region in pixels of the view's frame; null where shares of a page of unknown size are asked for. */
export function regionOnPage(region: Region, { size, isKnown }: View): Box | null {
	const { x, y, width, height, unit } = region;
	if (!isKnown) return null;
	if (unit === 'pixel') return { x, y, width, height };
	if (size === null) return null;
	const whole = unit === 'percent' ? 100 : 1;
	return {
		x: (x * size.width) / whole,
		y: (y * size.height) / whole,
		width: (width * size.width) / whole,
		height: (height * size.height) / whole,
	};
}

/** Whether the region and the page have anything in common; true where the page's size is unknown. */
export function touchesPage(region: Box, { size }: View): boolean {
	if (size === null) return true;
	return (
		region.x < size.width &&
		region.y < size.height &&
		region.x + region.width > 0 &&
		region.y + region.height > 0
	);
}

/**
 * @param overlap the share of the box that must lie in the region, above 0 to 1; 0 asks for its
 * centre instead
 */
export function isInRegion(box: Box | null, region: Box, overlap: number): boolean {
	if (box === null) return false;
	if (overlap > 0) return shareInside(box, region) >= overlap;
	return isInside(box.x + box.width / 2, box.y + box.height / 2, region);
}
