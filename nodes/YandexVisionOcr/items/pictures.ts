import type { IDataObject } from 'n8n-workflow';
import { addPlace, frame, keeps, type PageContext, scale } from './pageContext';

/** One item a picture that the service found on the page. */
export function pictureItems(context: PageContext): IDataObject[] {
	const { page, shape, source } = context;
	const items: IDataObject[] = [];
	for (const [index, picture] of page.pictures.entries()) {
		const framed = frame(context, picture.box);
		if (!keeps(context, framed)) continue;
		const box = scale(context, framed);
		const item: IDataObject = {
			x: box?.x ?? null,
			y: box?.y ?? null,
			width: box?.width ?? null,
			height: box?.height ?? null,
			page: page.number,
			picture: index + 1,
			score: picture.score,
			file: source.file,
		};
		if (!shape.simplify) addPlace(item, context, framed, picture.polygon);
		items.push(item);
	}
	return items;
}
