export interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Common area divided by the area of both together: 1 where they coincide, 0 where they are apart. */
export function overlap(first: object, second: Rectangle): number {
	const { x, y, width, height } = first as Rectangle;
	const common =
		shared(x, x + width, second.x, second.x + second.width) *
		shared(y, y + height, second.y, second.y + second.height);
	return common / (width * height + second.width * second.height - common);
}

function shared(start: number, end: number, otherStart: number, otherEnd: number): number {
	return Math.max(0, Math.min(end, otherEnd) - Math.max(start, otherStart));
}
