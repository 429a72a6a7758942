import {
	type AnnotatedBlock,
	type AnnotatedTable,
	type PageAnnotation,
	textOf,
} from '../models/annotation';
import type { Angle, RecognizedLine, RecognizedWord } from '../recognizers/recognizer';
import { FullText, type WireSegment } from './fullText';
import { areaPolygon, textPolygon } from './polygon';
import type { AnswerStyle } from './style';

interface Writing {
	readonly fullText: FullText;
	readonly rotate: Angle;
	readonly style: AnswerStyle;
	/** Which entity a word belongs to; none are known where there are no entities. */
	readonly entityOf: ReadonlyMap<RecognizedWord, number>;
	/** Where each word of the page lies in its text, for the cells of tables. */
	readonly segments: Map<RecognizedWord, WireSegment>;
}

/** One page in the service's own spelling: int64 as strings, camelCase. */
export function textAnnotation(annotation: PageAnnotation, style: AnswerStyle): object {
	const { page, entities } = annotation;
	const fullText = new FullText(style.textSegmentUnit);
	const writing: Writing = {
		fullText,
		rotate: page.rotate,
		style,
		entityOf: new Map(entities.flatMap(({ words }, index) => words.map((word) => [word, index]))),
		segments: new Map(),
	};
	const blocks = annotation.blocks.map((block) => wireBlock(block, page.languages, writing));
	return {
		width: String(page.widthPx),
		height: String(page.heightPx),
		blocks,
		entities: entities.map(({ name, text }) => ({ name, text })),
		tables: annotation.tables.map((table) => wireTable(table, writing.segments)),
		fullText: fullText.toString(),
		rotate: `ANGLE_${page.rotate}`,
		...(annotation.markdown === undefined ? {} : { markdown: annotation.markdown }),
		pictures: annotation.pictures.map((box) => ({ boundingBox: areaPolygon(box), score: 0.9 })),
	};
}

function wireBlock(block: AnnotatedBlock, languages: readonly string[], writing: Writing): object {
	const start = writing.fullText.position();
	const lines = block.lines.map((line) => wireLine(line, writing));
	return {
		boundingBox: textPolygon(block.box, writing.rotate),
		lines,
		languages: languages.map((languageCode) => ({ languageCode })),
		textSegments: writing.fullText.segmentFrom(start).map(withoutLineEnd),
		layoutType: `LAYOUT_TYPE_${block.layoutType ?? 'UNSPECIFIED'}`,
	};
}

/** A block's piece of the text ends before the line end that separates it from the next one. */
function withoutLineEnd(segment: WireSegment): WireSegment {
	return { ...segment, length: String(Math.max(0, Number(segment.length) - 1)) };
}

function wireLine(line: RecognizedLine, writing: Writing): object {
	const { fullText, rotate } = writing;
	const start = fullText.position();
	const words = line.words.map((word, index) => {
		if (index > 0) fullText.append(' ');
		return wireWord(word, writing);
	});
	const textSegments = fullText.segmentFrom(start);
	fullText.append('\n');
	return {
		boundingBox: textPolygon(line.box, rotate),
		text: textOf(line.words),
		words,
		textSegments,
		orientation: `ANGLE_${rotate}`,
	};
}

function wireWord(word: RecognizedWord, writing: Writing): object {
	const start = writing.fullText.position();
	writing.fullText.append(word.text);
	const textSegments = writing.fullText.segmentFrom(start);
	for (const segment of textSegments) writing.segments.set(word, segment);
	return {
		boundingBox: textPolygon(word.box, writing.rotate),
		text: word.text,
		entityIndex: String(writing.entityOf.get(word) ?? -1),
		textSegments,
		...(writing.style.confidence ? { confidence: word.confidence ?? 0 } : {}),
	};
}

function wireTable(table: AnnotatedTable, segments: Map<RecognizedWord, WireSegment>): object {
	return {
		boundingBox: areaPolygon(table.box),
		rowCount: String(table.rowCount),
		columnCount: String(table.columnCount),
		cells: table.cells.map((cell) => ({
			boundingBox: areaPolygon(cell.box),
			rowIndex: String(cell.rowIndex),
			columnIndex: String(cell.columnIndex),
			columnSpan: String(cell.columnSpan),
			rowSpan: String(cell.rowSpan),
			text: textOf(cell.words),
			textSegments: cell.words.map(
				(word) => segments.get(word) ?? { startIndex: '0', length: '0' },
			),
		})),
	};
}
