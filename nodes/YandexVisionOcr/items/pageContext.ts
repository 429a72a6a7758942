import type { IDataObject } from 'n8n-workflow';
import type { Box, Page, Polygon } from '../pages/page';
import { isInRegion, regionOnPage } from '../pages/region';
import { framedBox, scaledBox, shareOfPage, type View, viewedPolygon, viewOf } from '../pages/view';
import type { OutputShape, SourceFacts } from './shape';

/** One page on its way to items: what all its items share, and what was filtered out of it. */
export interface PageContext {
	readonly page: Page;
	readonly view: View;
	readonly shape: OutputShape;
	readonly source: SourceFacts;
	/** In pixels of the view's frame; null where everything is kept. */
	readonly region: Box | null;
	/** What every full item of the file says of where it comes from. */
	readonly origin: IDataObject;
	/** Pieces that lie outside the region. */
	filtered: number;
}

export function pageContext(page: Page, shape: OutputShape, source: SourceFacts): PageContext {
	const view = viewOf(page, source, shape.coordinateUnit, shape.coordinateFrame);
	const region = shape.region && regionOnPage(shape.region, view);
	return { page, view, shape, source, region, origin: originOf(source), filtered: 0 };
}

/** `model`, `source` and, where there was one, `operationId`. */
export function originOf({
	model,
	binaryField,
	mimeType,
	bytes,
	sha256,
	operationId,
}: SourceFacts): IDataObject {
	const origin: IDataObject = { model, source: { binaryField, mimeType, bytes, sha256 } };
	if (operationId !== undefined) origin.operationId = operationId;
	return origin;
}

/** Whether a piece whose box is in pixels of the view's frame stays; counts it where it does not. */
export function keeps(context: PageContext, framed: Box | null): boolean {
	if (context.region === null) return true;
	if (isInRegion(framed, context.region, context.shape.regionOverlap)) return true;
	context.filtered += 1;
	return false;
}

/** The box in pixels of the view's frame. */
export function frame(context: PageContext, box: Box | null): Box | null {
	return framedBox(box, context.view);
}

/** In the unit of the output. */
export function scale(context: PageContext, framed: Box | null): Box | null {
	return scaledBox(framed, context.view);
}

/** Adds what every full item that lies on a page says about its place there. */
export function addPlace(
	item: IDataObject,
	{ view, origin }: PageContext,
	framed: Box | null,
	polygon: Polygon | null,
): void {
	item.polygon = viewedPolygon(polygon, view);
	if (framed !== null && view.size !== null) item.normalized = shareOfPage(framed, view);
	item.pageWidth = view.size?.width ?? null;
	item.pageHeight = view.size?.height ?? null;
	item.unit = view.unit;
	item.frame = view.frame;
	item.model = origin.model;
	item.source = origin.source;
	if (origin.operationId !== undefined) item.operationId = origin.operationId;
}
