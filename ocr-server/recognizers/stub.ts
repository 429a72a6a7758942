import type { InspectedDocument, PixelSize } from '../documents/inspect';
import { seededRandom } from '../seededRandom';
import { wait } from '../time';
import { around } from './boxes';
import { recordedPages } from './recordings';
import type { RecognizedLine, RecognizedPage, RecognizedWord, Recognizer } from './recognizer';

export interface StubOptions {
	readonly wordsPerPage: number;
	/** Pages that a PDF has, without opening it. */
	readonly pagesPerFile?: number | undefined;
	/** Time that one recognition takes. */
	readonly latencyMs: number;
	/** Repeat what was recorded for the pictures of test/fixtures/images, instead of inventing. */
	readonly recordings: boolean;
	/** The words to choose from. */
	readonly vocabulary: readonly string[];
}

export const DEFAULT_STUB_OPTIONS: StubOptions = {
	wordsPerPage: 24,
	latencyMs: 0,
	recordings: true,
	vocabulary: [
		...['invoice', 'total', 'Nr.', '2024-06-01', '1,250.00', 'name', 'page', 'Müller', 'naïve'],
		...['договор', 'сумма', 'Иванов', 'улица', '№', '«да»', 'Ёлка', 'й', '𝔘nicode', '🙂'],
	],
};

const WORDS_PER_LINE = 8;
const LINES_PER_BLOCK = 5;

/** Invents words: the same for the same bytes, in the time of a header read. */
export function stubRecognizer(options: StubOptions, stopping: AbortSignal): Recognizer {
	return {
		async recognize(document) {
			if (options.latencyMs > 0) await wait(options.latencyMs, stopping);
			const recorded =
				options.recordings && options.pagesPerFile === undefined
					? recordedPages(document)
					: undefined;
			if (recorded !== undefined) return recorded;
			return document.pages.map((size, index) => inventPage(document, size, index, options));
		},
		close: async () => undefined,
	};
}

function inventPage(
	document: InspectedDocument,
	size: PixelSize,
	pageIndex: number,
	options: StubOptions,
): RecognizedPage {
	const lines = inventLines(document.checksum + pageIndex, size, options);
	const blocks = chunks(lines, LINES_PER_BLOCK).map((part) => ({
		box: around(part.map((line) => line.box)),
		lines: part,
	}));
	return { ...size, rotate: 0, languages: ['en', 'ru'], blocks, pictures: [] };
}

/** Words on a grid over the whole page, the first at its very corner: its x and y are 0. */
function inventLines(seed: number, size: PixelSize, options: StubOptions): RecognizedLine[] {
	const rows = Math.max(1, Math.ceil(options.wordsPerPage / WORDS_PER_LINE));
	const columnWidth = size.widthPx / WORDS_PER_LINE;
	const rowHeight = size.heightPx / rows;
	const random = seededRandom(seed);
	const words = Array.from({ length: options.wordsPerPage }, (_, index): RecognizedWord => {
		const left = Math.floor((index % WORDS_PER_LINE) * columnWidth);
		const top = Math.floor(Math.floor(index / WORDS_PER_LINE) * rowHeight);
		const right = Math.max(left + 1, Math.floor(left + columnWidth * 0.8));
		const bottom = Math.max(top + 1, Math.floor(top + rowHeight * 0.6));
		return {
			text: options.vocabulary[Math.floor(random() * options.vocabulary.length)] ?? 'word',
			box: { left, top, right, bottom },
			confidence: 0.9,
		};
	});
	return chunks(words, WORDS_PER_LINE).map((part) => ({
		box: around(part.map((word) => word.box)),
		words: part,
	}));
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
	const parts: Item[][] = [];
	for (let start = 0; start < items.length; start += size) {
		parts.push(items.slice(start, start + size));
	}
	return parts;
}
