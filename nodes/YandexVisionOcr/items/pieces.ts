import type { IDataObject } from 'n8n-workflow';
import { blockItems } from './blocks';
import { lineItems } from './lines';
import type { PageContext } from './pageContext';
import { pageItem } from './pageItem';
import { pictureItems } from './pictures';
import type { Output } from './shape';
import { tableRowItems } from './tableRows';
import { tableItems } from './tables';
import { wordItems } from './words';

type ItemsOfPage = (context: PageContext) => IDataObject[];

const nothing: ItemsOfPage = () => [];

/** The outputs whose items come out of one page alone; the others are made when all pages are there. */
export const itemsOfPage: Readonly<Record<Output, ItemsOfPage>> = {
	word: wordItems,
	line: lineItems,
	block: blockItems,
	page: (context) => [pageItem(context)],
	table: tableItems,
	tableRow: tableRowItems,
	picture: pictureItems,
	document: nothing,
	entity: nothing,
	raw: nothing,
};
