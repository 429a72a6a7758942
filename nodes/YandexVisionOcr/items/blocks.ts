import type { IDataObject } from 'n8n-workflow';
import type { Block } from '../pages/page';
import { addPlace, frame, keeps, type PageContext, scale } from './pageContext';

/** One item a block, its lines below each other in `text`; `lines` is their number. */
export function blockItems(context: PageContext): IDataObject[] {
	const { page, shape, source } = context;
	const items: IDataObject[] = [];
	for (const [index, block] of page.blocks.entries()) {
		const framed = frame(context, block.box);
		if (!keeps(context, framed)) continue;
		const box = scale(context, framed);
		const item: IDataObject = {
			text: block.lines.map((line) => line.text).join('\n'),
			x: box?.x ?? null,
			y: box?.y ?? null,
			width: box?.width ?? null,
			height: box?.height ?? null,
			page: page.number,
			block: index + 1,
			lines: block.lines.length,
			layoutType: block.layoutType,
			file: source.file,
		};
		if (!shape.simplify) {
			addPlace(item, context, framed, block.polygon);
			item.words = countWords(block);
			item.languages = block.languages;
			item.rotate = page.rotate;
		}
		items.push(item);
	}
	return items;
}

function countWords(block: Block): number {
	return block.lines.reduce((words, line) => words + line.words.length, 0);
}
