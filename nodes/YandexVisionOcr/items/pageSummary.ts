import type { Block, Entity, Page } from '../pages/page';
import { frame, keeps, type PageContext } from './pageContext';

/** What is left of a page once its items are made: what Page and Document items tell of it. */
export interface PageSummary {
	readonly number: number;
	/** Pixels in the frame of the output. */
	readonly width: number | null;
	readonly height: number | null;
	readonly rotate: number | null;
	readonly text: string;
	readonly markdown: string | null;
	readonly blocks: number;
	readonly lines: number;
	readonly words: number;
	readonly tables: number;
	readonly pictures: number;
	readonly languages: readonly string[];
	readonly entities: readonly Entity[];
	/** Words outside the region. */
	readonly filtered: number;
}

/** With a region, text and counts are those of the words inside it. */
export function summarisePage(context: PageContext): PageSummary {
	const { page, view, region } = context;
	const kept = region === null ? wholePage(page) : wordsInRegion(context);
	return {
		number: page.number,
		width: view.size?.width ?? null,
		height: view.size?.height ?? null,
		rotate: page.rotate,
		...kept,
		tables: page.tables.length,
		pictures: page.pictures.length,
		languages: languagesOf(page.blocks),
		entities: page.entities,
		filtered: page.wordCount - kept.words,
	};
}

type Kept = Pick<PageSummary, 'text' | 'markdown' | 'blocks' | 'lines' | 'words'>;

function wholePage({ text, markdown, blocks, lineCount, wordCount }: Page): Kept {
	return { text, markdown, blocks: blocks.length, lines: lineCount, words: wordCount };
}

/** The markdown of a page cannot be cut by coordinates, so there is none. */
function wordsInRegion(context: PageContext): Kept {
	const texts: string[] = [];
	let blocks = 0;
	let words = 0;
	for (const block of context.page.blocks) {
		const linesBefore = texts.length;
		for (const line of block.lines) {
			const inside = line.words.filter((word) => keeps(context, frame(context, word.box)));
			if (inside.length > 0) texts.push(inside.map((word) => word.text).join(' '));
			words += inside.length;
		}
		if (texts.length > linesBefore) blocks += 1;
	}
	return { text: texts.join('\n'), markdown: null, blocks, lines: texts.length, words };
}

function languagesOf(blocks: readonly Block[]): readonly string[] {
	const languages = new Set<string>();
	for (const block of blocks) for (const language of block.languages) languages.add(language);
	return [...languages];
}
