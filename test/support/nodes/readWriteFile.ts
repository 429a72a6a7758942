import { readFile } from 'node:fs/promises';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** Reads the one file that `fileSelector` names; the real node takes patterns, too. */
export const readWriteFile: INodeType = {
	description: {
		displayName: 'Read/Write Files from Disk',
		name: 'readWriteFile',
		group: ['input'],
		version: [1, 1.1],
		description: 'Stands in for n8n-nodes-base.readWriteFile',
		defaults: { name: 'Read/Write Files from Disk' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{
				displayName: 'File(s) Selector',
				name: 'fileSelector',
				type: 'string',
				default: '',
				required: true,
			},
		],
	},

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const read = this.getInputData().map(async (_item, item) => {
			const path = this.getNodeParameter('fileSelector', item) as string;
			const data = await this.helpers.prepareBinaryData(await readFile(path), path);
			const { mimeType, fileName } = data;
			return { json: { mimeType, fileName }, binary: { data }, pairedItem: { item } };
		});
		return [await Promise.all(read)];
	},
};
