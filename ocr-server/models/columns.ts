import { around } from '../recognizers/boxes';
import type { RecognizedBlock, RecognizedPage } from '../recognizers/recognizer';
import { type PageAnnotation, plainAnnotation } from './annotation';
import { rowsOf, type Segment } from './rows';

/** `page-column-sort`: what stands below one another is a column; columns from left to right. */
export function annotateColumns(page: RecognizedPage): PageAnnotation {
	const columns = columnsOf(rowsOf(page).flat());
	if (columns.length < 2 || columns.some((column) => column.length < 2)) {
		return plainAnnotation(page);
	}
	return { ...plainAnnotation(page), blocks: columns.map(toBlock) };
}

/** Segments belong together when they overlap from left to right. */
function columnsOf(segments: readonly Segment[]): Segment[][] {
	const columns: Segment[][] = [];
	let right = -Infinity;
	for (const segment of [...segments].sort((first, second) => first.box.left - second.box.left)) {
		if (segment.box.left > right) columns.push([]);
		columns.at(-1)?.push(segment);
		right = Math.max(right, segment.box.right);
	}
	return columns;
}

function toBlock(column: readonly Segment[]): RecognizedBlock {
	const lines = [...column].sort((first, second) => first.box.top - second.box.top);
	return { box: around(lines.map((line) => line.box)), lines };
}
