import type { Box, RecognizedBlock, RecognizedPage } from '../recognizers/recognizer';

export type LayoutType = 'TEXT' | 'HEADER' | 'SECTION_HEADER' | 'TITLE' | 'LIST' | 'PICTURE';

export interface AnnotatedBlock extends RecognizedBlock {
	readonly layoutType?: LayoutType | undefined;
}

export interface AnnotatedCell {
	readonly box: Box;
	readonly rowIndex: number;
	readonly columnIndex: number;
	readonly rowSpan: number;
	readonly columnSpan: number;
	readonly text: string;
}

export interface AnnotatedTable {
	readonly box: Box;
	readonly rowCount: number;
	readonly columnCount: number;
	readonly cells: readonly AnnotatedCell[];
}

export interface AnnotatedEntity {
	readonly name: string;
	readonly text: string;
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

/** What the simplest model makes of a page: its words and nothing else. */
export function plainAnnotation(page: RecognizedPage): PageAnnotation {
	return { page, blocks: page.blocks, tables: [], entities: [], pictures: [] };
}
