import type { IDataObject } from 'n8n-workflow';
import { addPlace, frame, keeps, type PageContext, scale } from './pageContext';

/** One item a line; `words` is their number. */
export function lineItems(context: PageContext): IDataObject[] {
	const { page, shape, source } = context;
	const items: IDataObject[] = [];
	for (const [blockIndex, block] of page.blocks.entries()) {
		for (const [lineIndex, line] of block.lines.entries()) {
			const framed = frame(context, line.box);
			if (!keeps(context, framed)) continue;
			const box = scale(context, framed);
			const item: IDataObject = {
				text: line.text,
				x: box?.x ?? null,
				y: box?.y ?? null,
				width: box?.width ?? null,
				height: box?.height ?? null,
				page: page.number,
				block: blockIndex + 1,
				line: lineIndex + 1,
				words: line.words.length,
				file: source.file,
			};
			if (!shape.simplify) {
				addPlace(item, context, framed, line.polygon);
				item.languages = block.languages;
				item.layoutType = block.layoutType;
				item.orientation = line.orientation;
				item.rotate = page.rotate;
			}
			items.push(item);
		}
	}
	return items;
}
