import type { WireSegmented } from '../vision/wire';
import { numberOf } from './fields';
import type { Span } from './page';
import type { PageReading } from './reading';

/**
 * From the start of the first segment to the end of the last, in the service's own units. A word
 * broken over two lines has two segments; its span then holds the break too.
 */
export function spanFromWire(wire: WireSegmented, reading: PageReading): Span | null {
	const segments = wire.textSegments ?? wire.text_segments;
	if (segments === undefined || segments === null) return null;
	if (!Array.isArray(segments)) {
		reading.report('textSegments', 'a list');
		return null;
	}
	const first: unknown = segments[0];
	const last: unknown = segments[segments.length - 1];
	if (first === undefined) return null;
	const start = boundOf(first, 'start');
	const end = boundOf(last, 'end');
	if (start >= 0 && end >= start) return { start, length: end - start };
	reading.report('textSegments', 'a list of places in the text');
	return null;
}

function boundOf(segment: unknown, bound: 'start' | 'end'): number {
	if (typeof segment !== 'object' || segment === null) return Number.NaN;
	const {
		startIndex,
		start_index: snakeIndex,
		length,
	} = segment as {
		readonly [key: string]: unknown;
	};
	const start = numberOf(startIndex ?? snakeIndex ?? 0);
	return bound === 'start' ? start : start + numberOf(length ?? 0);
}
