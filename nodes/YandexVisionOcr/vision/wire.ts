/**
 * The service's answer as its JSON spells it (yandex/cloud/ai/ocr/v1). proto3 JSON: int64 are
 * strings, zero values are left out, so every field is optional. The documentation prints some
 * answers in snake_case, so both spellings stand here. Nothing is checked yet: the types say what
 * is expected, `pages/` finds out what is there.
 */

/** An int64. Strings by the specification; numbers are taken too. */
export type WireInteger = string | number;

export interface WireVertex {
	readonly x?: WireInteger;
	readonly y?: WireInteger;
}

export interface WirePolygon {
	readonly vertices?: readonly WireVertex[];
}

export interface WireTextSegment {
	readonly startIndex?: WireInteger;
	readonly start_index?: WireInteger;
	readonly length?: WireInteger;
}

export interface WireBoxed {
	readonly boundingBox?: WirePolygon;
	readonly bounding_box?: WirePolygon;
}

export interface WireSegmented {
	readonly textSegments?: readonly WireTextSegment[];
	readonly text_segments?: readonly WireTextSegment[];
}

export interface WireWord extends WireBoxed, WireSegmented {
	readonly text?: string;
	readonly entityIndex?: WireInteger;
	readonly entity_index?: WireInteger;
	/** Not in the .proto, but some answers carry it. */
	readonly confidence?: WireInteger;
}

export interface WireAlternative {
	readonly text?: string;
	readonly words?: readonly WireWord[];
}

export interface WireLine extends WireBoxed, WireSegmented {
	readonly text?: string;
	readonly words?: readonly WireWord[];
	/** The older form: the line's text and words lie one level deeper, the first is the best. */
	readonly alternatives?: readonly WireAlternative[];
	readonly orientation?: string;
}

export interface WireLanguage {
	readonly languageCode?: string;
	readonly language_code?: string;
}

export interface WireBlock extends WireBoxed, WireSegmented {
	readonly lines?: readonly WireLine[];
	readonly languages?: readonly WireLanguage[];
	readonly layoutType?: string;
	readonly layout_type?: string;
}

export interface WireCell extends WireBoxed, WireSegmented {
	readonly rowIndex?: WireInteger;
	readonly row_index?: WireInteger;
	readonly columnIndex?: WireInteger;
	readonly column_index?: WireInteger;
	readonly rowSpan?: WireInteger;
	readonly row_span?: WireInteger;
	readonly columnSpan?: WireInteger;
	readonly column_span?: WireInteger;
	readonly text?: string;
}

export interface WireTable extends WireBoxed {
	readonly rowCount?: WireInteger;
	readonly row_count?: WireInteger;
	readonly columnCount?: WireInteger;
	readonly column_count?: WireInteger;
	readonly cells?: readonly WireCell[];
}

export interface WireEntity {
	readonly name?: string;
	readonly text?: string;
}

export interface WirePicture extends WireBoxed {
	readonly score?: WireInteger;
}

export interface WireTextAnnotation {
	readonly width?: WireInteger;
	readonly height?: WireInteger;
	readonly blocks?: readonly WireBlock[];
	readonly entities?: readonly WireEntity[];
	readonly tables?: readonly WireTable[];
	readonly pictures?: readonly WirePicture[];
	readonly fullText?: string;
	readonly full_text?: string;
	readonly rotate?: string;
	readonly markdown?: string;
}

/** One page of an answer, with or without the `result` around it. */
export interface WirePage {
	readonly textAnnotation?: WireTextAnnotation;
	readonly text_annotation?: WireTextAnnotation;
	/** Counted from 0; left out means 0. */
	readonly page?: WireInteger;
}
