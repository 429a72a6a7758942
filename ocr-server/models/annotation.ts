import type {
	Box,
	RecognizedBlock,
	RecognizedPage,
	RecognizedWord,
} from '../recognizers/recognizer';

export type LayoutType = 'TEXT' | 'SECTION_HEADER' | 'TITLE' | 'LIST';

export interface AnnotatedBlock extends RecognizedBlock {
	readonly layoutType?: LayoutType;
}

export interface AnnotatedCell {
	readonly box: Box;
	readonly rowIndex: number;
	readonly columnIndex: number;
	readonly columnSpan: number;
	readonly rowSpan: number;
	readonly words: readonly RecognizedWord[];
}

export interface AnnotatedTable {
	readonly box: Box;
	readonly rowCount: number;
	readonly columnCount: number;
	readonly cells: readonly AnnotatedCell[];
}

export interface AnnotatedEntity {
	readonly name: string;
	/** `-` when the page does not tell. */
	readonly text: string;
	/** Where it was read. */
	readonly words: readonly RecognizedWord[];
}

/** A recognised page with what the model made of it. */
export interface PageAnnotation {
	readonly page: RecognizedPage;
	readonly blocks: readonly AnnotatedBlock[];
	readonly tables: readonly AnnotatedTable[];
	readonly entities: readonly AnnotatedEntity[];
	readonly pictures: readonly Box[];
	readonly markdown?: string;
}

/** What every model starts from: the words as they were read. */
export function plainAnnotation(page: RecognizedPage): PageAnnotation {
	return { page, blocks: page.blocks, tables: [], entities: [], pictures: page.pictures };
}

/** The text of words of one line. */
export function textOf(words: readonly RecognizedWord[]): string {
	return words.map((word) => word.text).join(' ');
}
