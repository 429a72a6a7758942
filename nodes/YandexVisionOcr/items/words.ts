import type { IDataObject } from 'n8n-workflow';
import type { Block, Box, Line, Word } from '../pages/page';
import { fullWord } from './fullWord';
import { frame, keeps, type PageContext, scale } from './pageContext';

const simplifiedFields: readonly string[] = [
	...['text', 'x', 'y', 'width', 'height', 'page', 'block', 'line', 'word', 'file'],
];

const fullFields: readonly string[] = [
	...simplifiedFields,
	...['polygon', 'normalized', 'pageWidth', 'pageHeight', 'unit', 'frame', 'lineText'],
	...['languages', 'layoutType', 'orientation', 'rotate', 'entity', 'start', 'length'],
	...['confidence', 'model', 'source', 'operationId'],
];

/** The fields of a word item in the order of a file's columns, with those that not every word has. */
export function wordColumns(simplify: boolean): readonly string[] {
	return simplify ? simplifiedFields : fullFields;
}

/** One item a word, in the service's reading order; the loop is the hot path of the node. */
export function wordItems(context: PageContext): IDataObject[] {
	const { page, shape } = context;
	const itemOf = shape.simplify ? simplifiedWord : fullWord;
	const items: IDataObject[] = [];
	for (let block = 0; block < page.blocks.length; block++) {
		const { lines } = page.blocks[block] as Block;
		for (let line = 0; line < lines.length; line++) {
			const { words } = lines[line] as Line;
			for (let word = 0; word < words.length; word++) {
				const current = words[word] as Word;
				const framed = frame(context, current.box);
				if (!keeps(context, framed)) continue;
				items.push(itemOf(context, current, framed, block, line, word));
			}
		}
	}
	return items;
}

/** The numbers count from 1: the block in its page, the line in its block, the word in its line. */
function simplifiedWord(
	context: PageContext,
	word: Word,
	framed: Box | null,
	blockIndex: number,
	lineIndex: number,
	wordIndex: number,
): IDataObject {
	const box = scale(context, framed);
	return {
		text: word.text,
		x: box === null ? null : box.x,
		y: box === null ? null : box.y,
		width: box === null ? null : box.width,
		height: box === null ? null : box.height,
		page: context.page.number,
		block: blockIndex + 1,
		line: lineIndex + 1,
		word: wordIndex + 1,
		file: context.source.file,
	};
}
