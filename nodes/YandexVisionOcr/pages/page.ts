/**
 * What was recognised, free of the service's spelling: plain readonly data. Unless a type says
 * otherwise, coordinates are pixels of the picture as displayed (EXIF applied), as the service
 * counts them: origin top left, x to the right, y downwards. `null` means that the service did not
 * say.
 */

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** The corners in the service's order, usually four. That order differs by kind: never rely on it. */
export type Polygon = readonly Point[];

/** An upright rectangle: x and y are its top left corner. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A place in the page's text, in UTF-16 units as JavaScript counts them (docs/text-offsets.md). */
export interface Span {
	readonly start: number;
	readonly length: number;
}

/** Something that lies on the page. Box and polygon are null together. */
export interface Placed {
	readonly box: Box | null;
	readonly polygon: Polygon | null;
}

export interface Word extends Placed {
	readonly text: string;
	readonly span: Span | null;
	/** Index into the page's entities. */
	readonly entity: number | null;
	/** 0 to 1; hardly any answer has it. */
	readonly confidence: number | null;
}

export interface Line extends Placed {
	readonly text: string;
	readonly words: readonly Word[];
	/** Degrees: 0, 90, 180 or 270. */
	readonly orientation: number | null;
}

export interface Block extends Placed {
	readonly lines: readonly Line[];
	/** Language codes as the service gives them, such as `ru`. */
	readonly languages: readonly string[];
	/** `text`, `header`, `section_header`, `footer`, `footnote`, `picture`, `caption`, `title`, `list`. */
	readonly layoutType: string | null;
}

export interface Cell extends Placed {
	/** Counted from 0. */
	readonly row: number;
	readonly column: number;
	/** At least 1. */
	readonly rowSpan: number;
	readonly columnSpan: number;
	readonly text: string;
}

export interface Table extends Placed {
	readonly rows: number;
	readonly columns: number;
	readonly cells: readonly Cell[];
}

/** A field of a document template. */
export interface Entity {
	readonly name: string;
	/** As the service gives it; `-` stands for a missing value. */
	readonly text: string;
}

export interface Picture extends Placed {
	readonly score: number | null;
}

export interface Page {
	/** Counted from 1. */
	readonly number: number;
	/** Pixels; null where the answer has none. */
	readonly width: number | null;
	readonly height: number | null;
	/** Degrees by which the service found the text turned: 0, 90, 180 or 270. */
	readonly rotate: number | null;
	readonly text: string;
	readonly markdown: string | null;
	readonly blocks: readonly Block[];
	readonly tables: readonly Table[];
	readonly entities: readonly Entity[];
	readonly pictures: readonly Picture[];
	readonly lineCount: number;
	readonly wordCount: number;
}
