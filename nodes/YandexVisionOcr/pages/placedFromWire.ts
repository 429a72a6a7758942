import type { WireBoxed, WireVertex } from '../vision/wire';
import { isObject, numberOf } from './fields';
import type { Point, Polygon } from './page';
import type { PageReading } from './reading';

/** The corners of a bounding box; null where there is none. A coordinate left out is 0. */
export function polygonFromWire(wire: WireBoxed, reading: PageReading): Polygon | null {
	const box = wire.boundingBox ?? wire.bounding_box;
	if (box === undefined || box === null) return null;
	const vertices = isObject(box) ? (box.vertices ?? []) : undefined;
	if (!Array.isArray(vertices)) {
		reading.report('boundingBox', 'a list of vertices');
		return null;
	}
	const corners: Point[] = [];
	for (const vertex of vertices as readonly (WireVertex | null)[]) {
		const x = numberOf(vertex?.x ?? 0);
		const y = numberOf(vertex?.y ?? 0);
		if (Number.isNaN(x + y) || !isObject(vertex)) {
			reading.report(`boundingBox.vertices[${corners.length}]`, 'a point');
			return null;
		}
		corners.push({ x, y });
	}
	return corners.length === 0 ? null : corners;
}
