import type { InspectedDocument } from '../documents/inspect';
import type { ServiceError } from '../serviceError';

/** Pixels from the top left corner of the page as displayed. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

export interface RecognizedWord {
	readonly text: string;
	readonly box: Box;
	/** 0 to 1. */
	readonly confidence?: number;
}

export interface RecognizedLine {
	readonly box: Box;
	readonly words: readonly RecognizedWord[];
}

export interface RecognizedBlock {
	readonly box: Box;
	readonly lines: readonly RecognizedLine[];
}

/** By how much the text is turned clockwise on the displayed page. */
export type Angle = 0 | 90 | 180 | 270;

export interface RecognizedPage {
	readonly widthPx: number;
	readonly heightPx: number;
	readonly rotate: Angle;
	/** The language codes of the blocks. */
	readonly languages: readonly string[];
	readonly blocks: readonly RecognizedBlock[];
	/** Regions with something drawn or photographed. */
	readonly pictures: readonly Box[];
}

/** Turns a file into pages of words. */
export interface Recognizer {
	/** In place of a page that failed, its error. Throws a ServiceError for a file it cannot read. */
	recognize(document: InspectedDocument): Promise<ReadonlyArray<RecognizedPage | ServiceError>>;
	close(): Promise<void>;
}
