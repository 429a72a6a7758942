import type {
	BinaryHelperFunctions,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

export interface GivenFile {
	readonly bytes: Buffer;
	readonly fileName?: string;
	readonly mimeType?: string;
}

export interface GivenItem {
	readonly json?: IDataObject;
	/** By the name of the binary field. */
	readonly files?: Readonly<Record<string, GivenFile>>;
}

/** A node that hands on these items, their files stored in the binary mode that holds. */
export function givenItemsNode(items: readonly GivenItem[]): INodeType {
	return {
		description: {
			displayName: 'Given Items',
			name: 'givenItems',
			group: ['input'],
			version: 1,
			description: 'Hands on items with files, as e-mails and forms do',
			defaults: { name: 'Given Items' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const stored = await storedItems(this.helpers, items);
			return [stored.map((item) => ({ ...item, pairedItem: { item: 0 } }))];
		},
	};
}

/** The items with their files stored in the binary mode that holds. */
export async function storedItems(
	helpers: BinaryHelperFunctions,
	items: readonly GivenItem[],
): Promise<INodeExecutionData[]> {
	return await Promise.all(items.map((item) => storedItem(helpers, item)));
}

async function storedItem(
	helpers: BinaryHelperFunctions,
	{ json = {}, files }: GivenItem,
): Promise<INodeExecutionData> {
	if (files === undefined) return { json };
	const stored = Object.entries(files).map(async ([field, { bytes, fileName, mimeType }]) => [
		field,
		await helpers.prepareBinaryData(bytes, fileName, mimeType),
	]);
	return { json, binary: Object.fromEntries(await Promise.all(stored)) };
}
