import type { Sheet } from './sheet';

type Point = readonly [x: number, y: number];

/** A straight line in the pen's width, as between the cells of a table. */
export function rule(pen: Sheet['pen'], from: Point, to: Point): void {
	pen.beginPath();
	pen.moveTo(...from);
	pen.lineTo(...to);
	pen.stroke();
}
