import type { Box, Page, Polygon } from './page';
import { inverseOf, type Orientation, type Size, turnBox, turnPolygon, turnSize } from './turn';

/** Pixels; a share of the page's width or height, 0 to 1; the same as percent, 0 to 100. */
export type CoordinateUnit = 'pixel' | 'fraction' | 'percent';

/** As shown, EXIF applied, which is how the service answers; or as the pixels lie in the file. */
export type CoordinateFrame = 'displayed' | 'stored';

/** What is known of the picture beside the answer. */
export interface PictureFacts {
	/** EXIF's Orientation of the file; 1 for PDFs and files without it. */
	readonly orientation: Orientation;
	/** Pixels as they lie in the file, from its header. */
	readonly storedWidth?: number;
	readonly storedHeight?: number;
	/** Null where it is not known. */
	readonly mimeType: string | null;
}

/** How a page's coordinates are handed on. */
export interface View {
	readonly unit: CoordinateUnit;
	readonly frame: CoordinateFrame;
	/** The page's size in pixels in this frame; null where it is not known. */
	readonly size: Size | null;
	/** What turns displayed pixels into this frame, and their size; null where no turn is needed. */
	readonly turn: { readonly orientation: Orientation; readonly size: Size } | null;
	/** False where a turn or a share of the page is asked for and the page's size is unknown. */
	readonly isKnown: boolean;
}

export function viewOf(
	page: Page,
	picture: PictureFacts,
	unit: CoordinateUnit,
	frame: CoordinateFrame,
): View {
	const displayed = displayedSize(page, picture);
	const orientation = frame === 'stored' ? appliedOrientation(page, picture) : 1;
	const back = inverseOf(orientation);
	return {
		unit,
		frame,
		size: displayed && turnSize(displayed, back),
		turn: displayed && back !== 1 ? { orientation: back, size: displayed } : null,
		isKnown: displayed !== null || (unit === 'pixel' && back === 1),
	};
}

function displayedSize(page: Page, picture: PictureFacts): Size | null {
	if (page.width !== null && page.height !== null) {
		return { width: page.width, height: page.height };
	}
	const stored = storedSize(picture);
	return stored && turnSize(stored, appliedOrientation(page, picture));
}

/**
 * The turn that the service applied. It turns JPEGs; whether it turns a PNG by its eXIf chunk is not
 * documented, so there the answer's size must show it. A size that shows the contrary counts for
 * both.
 */
export function appliedOrientation(page: Page, picture: PictureFacts): Orientation {
	const { orientation, mimeType } = picture;
	if (orientation === 1) return 1;
	const stored = storedSize(picture);
	const turned = stored && turnSize(stored, orientation);
	const isTelling = stored !== null && turned?.width !== stored.width;
	if (isTelling && page.width === turned?.width && page.height === turned?.height) {
		return orientation;
	}
	if (isTelling && page.width === stored.width && page.height === stored.height) return 1;
	return mimeType === 'image/png' ? 1 : orientation;
}

function storedSize({ storedWidth, storedHeight }: PictureFacts): Size | null {
	if (storedWidth === undefined || storedHeight === undefined) return null;
	return { width: storedWidth, height: storedHeight };
}

/** The box in pixels of the view's frame; null where that cannot be said. */
export function framedBox(box: Box | null, view: View): Box | null {
	if (box === null || !view.isKnown) return null;
	return view.turn ? turnBox(box, view.turn.size, view.turn.orientation) : box;
}

/** A box in pixels of the view's frame, in the view's unit. */
export function scaledBox(box: Box | null, view: View): Box | null {
	return view.unit === 'pixel' ? box : box && shareOfPage(box, view, view.unit);
}

/** A box in pixels of the view's frame as shares of the page; null where its size is unknown. */
export function shareOfPage(
	box: Box,
	{ size }: View,
	unit: 'fraction' | 'percent' = 'fraction',
): Box | null {
	if (size === null) return null;
	const whole = unit === 'percent' ? 100 : 1;
	return {
		x: (box.x * whole) / size.width,
		y: (box.y * whole) / size.height,
		width: (box.width * whole) / size.width,
		height: (box.height * whole) / size.height,
	};
}

/** Corners in the view's frame and unit, in the service's order. */
export function viewedPolygon(polygon: Polygon | null, view: View): Polygon | null {
	if (polygon === null || !view.isKnown) return null;
	const turned = view.turn ? turnPolygon(polygon, view.turn.size, view.turn.orientation) : polygon;
	const { size, unit } = view;
	if (unit === 'pixel' || size === null) return turned;
	const whole = unit === 'percent' ? 100 : 1;
	return turned.map(({ x, y }) => ({
		x: (x * whole) / size.width,
		y: (y * whole) / size.height,
	}));
}
