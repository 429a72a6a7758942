import type { WireBoxed, WireVertex } from '../vision/wire';
import { boxAround } from './box';
import { isObject, numberOf } from './fields';
import type { Box, Placed, Point } from './page';
import type { PageReading } from './reading';

type Vertices = readonly (WireVertex | null)[];

const nowhere: Placed = { box: null, polygon: null };

/** Where something lies. A coordinate that is left out is 0; no corners at all is no place. */
export function placedFromWire(wire: WireBoxed, reading: PageReading): Placed {
	const vertices = verticesOf(wire, reading);
	if (vertices === undefined || vertices.length === 0) return nowhere;
	const polygon: Point[] = [];
	for (let index = 0; index < vertices.length; index++) {
		const x = numberOf(vertices[index]?.x ?? 0);
		const y = numberOf(vertices[index]?.y ?? 0);
		if (isFaulty(x + y, vertices, index, reading)) return nowhere;
		polygon.push({ x, y });
	}
	return { box: boxAround(polygon), polygon };
}

/** The same without the corners, for the many words of pages read in brief. */
export function boxFromWire(wire: WireBoxed, reading: PageReading): Box | null {
	const vertices = verticesOf(wire, reading);
	if (vertices === undefined || vertices.length === 0) return null;
	let left = Infinity;
	let right = -Infinity;
	let top = Infinity;
	let bottom = -Infinity;
	for (let index = 0; index < vertices.length; index++) {
		const x = numberOf(vertices[index]?.x ?? 0);
		const y = numberOf(vertices[index]?.y ?? 0);
		if (isFaulty(x + y, vertices, index, reading)) return null;
		if (x < left) left = x;
		if (x > right) right = x;
		if (y < top) top = y;
		if (y > bottom) bottom = y;
	}
	return { x: left, y: top, width: right - left, height: bottom - top };
}

function verticesOf(wire: WireBoxed, reading: PageReading): Vertices | undefined {
	const box: unknown = wire.boundingBox ?? wire.bounding_box;
	if (box === undefined || box === null) return undefined;
	const vertices: unknown = isObject(box) ? ((box as { vertices?: unknown }).vertices ?? []) : box;
	if (Array.isArray(vertices)) return vertices as Vertices;
	reading.report('boundingBox', 'a list of vertices');
	return undefined;
}

function isFaulty(sum: number, vertices: Vertices, index: number, reading: PageReading): boolean {
	const vertex = vertices[index];
	if (!Number.isNaN(sum) && typeof vertex === 'object' && vertex !== null) return false;
	reading.report(`boundingBox.vertices[${index}]`, 'a point');
	return true;
}
