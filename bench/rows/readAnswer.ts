import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { answerLines, bodyOf } from '../answer';
import { readItems } from '../reading';
import { median, ratioOf, timeInTurn } from '../statistics';

const WORDS = 100_000;
const noBreath = async (): Promise<void> => undefined;

/** P4: from the bytes of an answer to items, against parsing the same as one array. */
export const readAnswer: Row = {
	title: 'Answer of 200 pages with 100,000 words to items',
	isQuick: true,
	measure: async (): Promise<readonly Figure[]> => {
		const lines = await answerLines(WORDS);
		const body = bodyOf(lines);
		const array = Buffer.from(`[${lines.join(',')}]`);
		const times = await timeInTurn({
			parse: () => JSON.parse(array.toString('utf8')) as unknown,
			items: async () => await readItems(body, noBreath),
		});
		return [
			{
				name: 'P4 answer to items, 100,000 words',
				value: `${compact(median(times.items))} ms (JSON.parse ${compact(median(times.parse))} ms)`,
				measured: ratioOf(times, 'items', 'parse'),
				unit: '× JSON.parse of one array',
				bar: 1,
				reach: 'atMost',
				why: 'To parse the pages one by one takes as long as to parse the array, and what is done with them (P5) comes on top. 0.91 to 1.22 were seen.',
			},
		];
	},
};
