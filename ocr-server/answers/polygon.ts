import type { Angle, Box } from '../recognizers/recognizer';

export interface WireVertex {
	readonly x: string;
	readonly y: string;
}

export interface WirePolygon {
	readonly vertices: readonly WireVertex[];
}

/** Words, lines and blocks: counter-clockwise from the corner that is top left for who reads them. */
export function textPolygon(box: Box, rotate: Angle): WirePolygon {
	const corners = [
		vertex(box.left, box.top),
		vertex(box.left, box.bottom),
		vertex(box.right, box.bottom),
		vertex(box.right, box.top),
	];
	const first = { 0: 0, 90: 3, 180: 2, 270: 1 }[rotate];
	return { vertices: [...corners.slice(first), ...corners.slice(0, first)] };
}

/** Tables, cells and pictures: clockwise from the top left corner. */
export function areaPolygon(box: Box): WirePolygon {
	return {
		vertices: [
			vertex(box.left, box.top),
			vertex(box.right, box.top),
			vertex(box.right, box.bottom),
			vertex(box.left, box.bottom),
		],
	};
}

function vertex(x: number, y: number): WireVertex {
	return { x: String(Math.round(x)), y: String(Math.round(y)) };
}
