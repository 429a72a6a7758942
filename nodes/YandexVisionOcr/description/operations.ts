import type { INodeProperties } from 'n8n-workflow';

export const resourceAndOperation: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Document', value: 'document' }],
		default: 'document',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['document'] } },
		options: [
			{
				name: 'Cancel',
				value: 'cancel',
				description: 'Stop a recognition that was submitted',
				action: 'Cancel a submitted recognition',
			},
			{
				name: 'Get Result',
				value: 'getResult',
				description: 'Fetch the result of a recognition that was submitted',
				action: 'Get the result of a submitted recognition',
			},
			{
				name: 'Recognize Text',
				value: 'recognize',
				description: 'Read the text of images and PDFs, with its coordinates',
				action: 'Recognize text in a document',
			},
			{
				name: 'Submit',
				value: 'submit',
				description:
					'Start a recognition and go on without waiting, for workflows that fetch the result later',
				action: 'Submit a document for recognition',
			},
		],
		default: 'recognize',
	},
];

/** The operations that send a file. */
export const SENDING = ['recognize', 'submit'];
/** The operations that hand on what was recognised. */
export const READING = ['recognize', 'getResult'];

export function showFor(
	operations: readonly string[],
	more: Readonly<Record<string, Array<string | boolean | number>>> = {},
): NonNullable<INodeProperties['displayOptions']> {
	return { show: { resource: ['document'], operation: [...operations], ...more } };
}
