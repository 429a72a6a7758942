import type { Output, OutputShape, SourceFacts } from '../../nodes/YandexVisionOcr/items/shape';
import { ALL_PAGES } from '../../nodes/YandexVisionOcr/pages/range';

export const outputs: readonly Output[] = [
	...(['word', 'line', 'block', 'page', 'document'] as const),
	...(['table', 'tableRow', 'entity', 'picture', 'raw'] as const),
];

/** The node's defaults, but for what a test is about. */
export function shapeOf(chosen: Partial<OutputShape>): OutputShape {
	return {
		output: 'word',
		simplify: true,
		coordinateUnit: 'pixel',
		coordinateFrame: 'displayed',
		pages: ALL_PAGES,
		region: null,
		regionOverlap: 0,
		maxItems: 50_000,
		wordsAsFile: 'none',
		firstRowIsHeader: true,
		whenEmpty: 'nothing',
		csvSafe: false,
		...chosen,
	};
}

export function sourceOf(known: Partial<SourceFacts>): SourceFacts {
	return {
		file: 'sign.jpg',
		binaryField: 'data',
		mimeType: 'image/jpeg',
		bytes: 1234,
		sha256: 'ab'.repeat(32),
		model: 'page',
		orientation: 1,
		...known,
	};
}
