import type { WirePage } from '../../nodes/YandexVisionOcr/vision/wire';
import type { Figure, Row } from '../figure';
import { compact } from '../figure';
import { answerLines } from '../answer';
import { defaultShape, source } from '../reading';
import { median, ratioOf, timeInTurn } from '../statistics';
import { createCollector, pageFromWire } from '../shipped';

/** P5: turning parsed pages into items, against parsing them. */
export const flatten: Row = {
	title: 'Parsed pages to items',
	isQuick: true,
	measure: async (): Promise<readonly Figure[]> => {
		const lines = await answerLines(100_000);
		const pages = lines.map(parse);
		const tenth = pages.slice(0, pages.length / 10);
		const times = await timeInTurn({
			parse: () => lines.map(parse),
			all: () => flattenPages(pages),
			tenth: () => flattenPages(tenth),
		});
		return [
			{
				name: 'P5 parsed pages to items, 100,000 words',
				value: `${compact(median(times.all))} ms (JSON.parse ${compact(median(times.parse))} ms)`,
				measured: ratioOf(times, 'all', 'parse'),
				unit: '× JSON.parse of the pages',
				bar: 0.3,
				reach: 'atMost',
			},
			{
				name: 'P5 parsed pages to items, growth from 10,000 to 100,000 words',
				value: `${compact(median(times.tenth))} ms for 10,000`,
				measured: ratioOf(times, 'all', 'tenth'),
				unit: '×',
				bar: 12,
				reach: 'atMost',
			},
		];
	},
};

function parse(line: string): WirePage {
	return (JSON.parse(line) as { readonly result: WirePage }).result;
}

function flattenPages(pages: readonly WirePage[]): number {
	const collector = createCollector(defaultShape, source);
	for (const wire of pages) {
		const page = pageFromWire(wire, 'brief');
		if (page.ok) collector.add(page.value);
	}
	return collector.finish().items.length;
}
