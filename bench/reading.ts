import type { OutputShape, SourceFacts } from '../nodes/YandexVisionOcr/items/shape';
import type { Collected } from '../nodes/YandexVisionOcr/items/collector';
import type { Breathe } from '../nodes/YandexVisionOcr/operations/breather';
import { parsePageRange } from '../nodes/YandexVisionOcr/pages/range';
import { chunksOf } from './answer';
import { AnswerItems, receiveAnswer } from './shipped';

const pages = parsePageRange('');

/** What comes out when nobody changes a parameter, but for the number of items. */
export const defaultShape: OutputShape = {
	output: 'word',
	simplify: true,
	coordinateUnit: 'pixel',
	coordinateFrame: 'displayed',
	pages: pages.ok ? pages.value : [],
	region: null,
	regionOverlap: 0,
	maxItems: Number.MAX_SAFE_INTEGER,
	wordsAsFile: 'none',
	firstRowIsHeader: true,
	whenEmpty: 'nothing',
	csvSafe: true,
};

export const source: SourceFacts = {
	file: 'contract.pdf',
	binaryField: 'data',
	mimeType: 'application/pdf',
	bytes: null,
	sha256: null,
	model: 'page',
	orientation: 1,
};

/** The node's own way from the bytes of an answer to its items. */
export async function readItems(body: Buffer, breathe: Breathe): Promise<Collected> {
	const items = new AnswerItems(defaultShape, { ...source }, (words) => words, breathe);
	const end = await receiveAnswer(
		{ status: 200, headers: {}, chunks: chunksOf(body), discard: () => undefined },
		items.take,
	);
	if (end.kind !== 'complete') throw new Error(`The answer is ${end.kind}`);
	return items.finish();
}
