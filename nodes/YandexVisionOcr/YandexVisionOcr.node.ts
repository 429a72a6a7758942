import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties } from './description/properties';

export class YandexVisionOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Yandex Vision OCR',
		name: 'yandexVisionOcr',
		icon: { light: 'file:yandexVisionOcr.svg', dark: 'file:yandexVisionOcr.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { recognize: "Recognize Text", submit: "Submit", getResult: "Get Result", cancel: "Cancel" }[$parameter["operation"]] + ($parameter["output"] ? ": " + $parameter["output"].replace("tableRow", "table row") : "") }}',
		description: 'Read the text of images and PDFs, word by word with its coordinates',
		defaults: { name: 'Yandex Vision OCR' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'yandexVisionOcrApi', required: true }],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// Loaded late: n8n loads every node at its start, and the description is all it needs then.
		const { run } = await import('./run');
		return await run(this);
	}
}
