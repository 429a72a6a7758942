import { stringify } from 'flatted';
import { DEFAULT_OPTIONS } from '../../nodes/YandexVisionOcr/options';
import type { WirePage } from '../../nodes/YandexVisionOcr/vision/wire';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { answerLines, bodyOf } from '../answer';
import { readItems } from '../reading';
import { ratioOf, timeInTurn } from '../statistics';
import { outputItems } from '../shipped';

const WORDS = 10_000;

/** P10: what n8n pays to save one word, against the word as the service sends it. */
export const itemSize: Row = {
	title: 'Saving word items in the database of n8n',
	isQuick: true,
	measure: async (): Promise<readonly Figure[]> => {
		const lines = await answerLines(WORDS);
		const { items } = await readItems(bodyOf(lines), async () => undefined);
		const outcome = {
			kind: 'items' as const,
			items: items.map((json) => ({ json })),
			problems: [],
			remarks: [],
		};
		const place = { itemIndex: 0, file: 'contract.pdf' };
		const ours = outputItems([{ json: {} }], [{ place, carried: DEFAULT_OPTIONS, outcome }]);
		const raw = lines.flatMap(wordsOf).map((json) => ({ json, pairedItem: { item: 0 } }));
		const times = await timeInTurn({ ours: () => stringify(ours), raw: () => stringify(raw) });
		const bytes = Buffer.byteLength(stringify(ours)) / ours.length;
		const rawBytes = Buffer.byteLength(stringify(raw)) / raw.length;
		return [
			{
				name: 'P10 saving a word item, time',
				value: `${ours.length} words`,
				measured: ratioOf(times, 'ours', 'raw'),
				unit: '× the raw word',
				bar: 0.3,
				reach: 'atMost',
			},
			{
				name: 'P10 saving a word item, size',
				value: `the raw word ${compact(rawBytes)} bytes`,
				measured: bytes,
				unit: 'bytes',
				bar: 160,
				reach: 'atMost',
			},
		];
	},
};

function wordsOf(line: string): readonly object[] {
	const { result } = JSON.parse(line) as { readonly result: WirePage };
	const blocks = result.textAnnotation?.blocks ?? [];
	return blocks.flatMap(({ lines }) => (lines ?? []).flatMap(({ words }) => words ?? []));
}
