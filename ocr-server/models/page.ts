import type { RecognizedPage } from '../recognizers/recognizer';
import { type PageAnnotation, plainAnnotation } from './annotation';

/** `page`: one column, so whatever stands higher comes first. */
export function annotatePage(page: RecognizedPage): PageAnnotation {
	const blocks = [...page.blocks].sort(
		(first, second) => first.box.top - second.box.top || first.box.left - second.box.left,
	);
	return plainAnnotation({ ...page, blocks: page.rotate === 0 ? blocks : page.blocks });
}
