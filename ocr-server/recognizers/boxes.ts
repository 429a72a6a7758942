import type { Box } from './recognizer';

/** The smallest box around all of `boxes`, of which there is at least one. */
export function around(boxes: readonly Box[]): Box {
	return {
		left: Math.min(...boxes.map((box) => box.left)),
		top: Math.min(...boxes.map((box) => box.top)),
		right: Math.max(...boxes.map((box) => box.right)),
		bottom: Math.max(...boxes.map((box) => box.bottom)),
	};
}
