import type { WireSegmented, WireTextSegment } from '../vision/wire';
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
	if (segments.length === 0) return null;
	const start = startOf(segments[0]);
	const last: unknown = segments[segments.length - 1];
	const end = startOf(last) + numberOf((last as WireTextSegment | null)?.length ?? 0);
	if (start >= 0 && end >= start) return { start, length: end - start };
	reading.report('textSegments', 'a list of places in the text');
	return null;
}

function startOf(segment: unknown): number {
	if (typeof segment !== 'object' || segment === null) return Number.NaN;
	const wire = segment as WireTextSegment;
	return numberOf(wire.startIndex ?? wire.start_index ?? 0);
}
