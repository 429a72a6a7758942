import type { IDataObject } from 'n8n-workflow';
import type { Block, Box, Line, Word } from '../pages/page';
import { shareOfPage, viewedPolygon } from '../pages/view';
import { type PageContext, scale } from './pageContext';

/**
 * Everything that is known of a word. One literal for what every word has: fields that are added one
 * by one make V8 enlarge the object again and again, which shows in a hundred thousand words.
 */
export function fullWord(
	context: PageContext,
	word: Word,
	framed: Box | null,
	blockIndex: number,
	lineIndex: number,
	wordIndex: number,
): IDataObject {
	const { page, view, origin, source } = context;
	const block = page.blocks[blockIndex] as Block;
	const line = block.lines[lineIndex] as Line;
	const box = scale(context, framed);
	const item: IDataObject = {
		text: word.text,
		x: box === null ? null : box.x,
		y: box === null ? null : box.y,
		width: box === null ? null : box.width,
		height: box === null ? null : box.height,
		page: page.number,
		block: blockIndex + 1,
		line: lineIndex + 1,
		word: wordIndex + 1,
		file: source.file,
		polygon: viewedPolygon(word.polygon, view),
		pageWidth: view.size === null ? null : view.size.width,
		pageHeight: view.size === null ? null : view.size.height,
		unit: view.unit,
		frame: view.frame,
		lineText: line.text,
		languages: block.languages,
		layoutType: block.layoutType,
		orientation: line.orientation,
		rotate: page.rotate,
		start: word.span === null ? null : word.span.start,
		length: word.span === null ? null : word.span.length,
		model: origin.model,
		source: origin.source,
	};
	addWhereKnown(item, context, word, framed);
	return item;
}

function addWhereKnown(
	item: IDataObject,
	{ page, view, origin }: PageContext,
	word: Word,
	framed: Box | null,
): void {
	const entity = word.entity === null ? undefined : page.entities[word.entity];
	if (framed !== null && view.size !== null) item.normalized = shareOfPage(framed, view);
	if (entity) item.entity = { name: entity.name, text: entity.text };
	if (word.confidence !== null) item.confidence = word.confidence;
	if (origin.operationId !== undefined) item.operationId = origin.operationId;
}
