import type { PageRange } from '../pages/range';
import type { Region } from '../pages/region';
import type { CoordinateFrame, CoordinateUnit, PictureFacts } from '../pages/view';

export type Output =
	| 'word'
	| 'line'
	| 'block'
	| 'page'
	| 'document'
	| 'table'
	| 'tableRow'
	| 'entity'
	| 'picture'
	| 'raw';

/** What the user wants to come out; the names are those of the node's parameters. */
export interface OutputShape {
	readonly output: Output;
	/** At most ten flat fields an item, or everything that is known. */
	readonly simplify: boolean;
	readonly coordinateUnit: CoordinateUnit;
	readonly coordinateFrame: CoordinateFrame;
	readonly pages: PageRange;
	/** Null for the whole page. */
	readonly region: Region | null;
	/** The share of a piece that must lie in the region, up to 1; 0 asks for its centre. */
	readonly regionOverlap: number;
	/** Items of one file. */
	readonly maxItems: number;
	/** Only with `output: 'word'`. */
	readonly wordsAsFile: 'none' | 'jsonl' | 'csv';
	readonly firstRowIsHeader: boolean;
	readonly whenEmpty: 'nothing' | 'item';
	/** Keeps spreadsheets from running cells as formulas: see `csvCell`. */
	readonly csvSafe: boolean;
}

/** What is known of a file beside its answer. */
export interface SourceFacts extends PictureFacts {
	/** The file's name. */
	readonly file: string;
	/** Null where it did not come from a binary field, or nobody can tell any more. */
	readonly binaryField: string | null;
	readonly bytes: number | null;
	/** Hexadecimal. */
	readonly sha256: string | null;
	readonly model: string | null;
	readonly operationId?: string;
	readonly requestId?: string;
	/** How many times the file was sent again although it may have been accepted before. */
	readonly repeats?: number;
	/** From the file's header, where it could be told; pages missing at the end are found by it. */
	readonly pageCount?: number;
}
