import { type Collected, createCollector } from '../../nodes/YandexVisionOcr/items/collector';
import type { OutputShape, SourceFacts } from '../../nodes/YandexVisionOcr/items/shape';
import type { Page } from '../../nodes/YandexVisionOcr/pages/page';
import { pagesOf } from '../support/answers';
import { shapeOf, sourceOf } from '../support/shapes';

/** What comes out of a recorded answer. */
export function collect(
	name: string,
	shape: Partial<OutputShape> = {},
	source: Partial<SourceFacts> = {},
): Collected {
	return collectPages(pagesOf(name), shape, source);
}

export function collectPages(
	pages: readonly Page[],
	shape: Partial<OutputShape> = {},
	source: Partial<SourceFacts> = {},
): Collected {
	const collector = createCollector(shapeOf(shape), sourceOf(source));
	for (const page of pages) collector.add(page);
	return collector.finish();
}
