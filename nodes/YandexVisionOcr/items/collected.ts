import type { IDataObject } from 'n8n-workflow';
import type { Problem } from '../problem';
import type { DocumentSummary } from './summary';
import type { ItemFile } from './wordFile';

/** What comes out of one file. */
export interface Collected {
	readonly items: readonly IDataObject[];
	/** To be attached to the one item there is then. */
	readonly file?: ItemFile;
	/** Only where there were more items than allowed; see `limitItems` for what comes out then. */
	readonly problem?: Problem;
	readonly summary: DocumentSummary;
}
