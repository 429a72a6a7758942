import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
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
			return [await Promise.all(items.map((item) => handOn(this, item)))];
		},
	};
}

async function handOn(
	{ helpers }: IExecuteFunctions,
	{ json = {}, files }: GivenItem,
): Promise<INodeExecutionData> {
	const item = { json, pairedItem: { item: 0 } };
	if (files === undefined) return item;
	const stored = Object.entries(files).map(async ([field, { bytes, fileName, mimeType }]) => [
		field,
		await helpers.prepareBinaryData(bytes, fileName, mimeType),
	]);
	return { ...item, binary: Object.fromEntries(await Promise.all(stored)) };
}
