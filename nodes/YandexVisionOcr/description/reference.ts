import type { INodeProperties } from 'n8n-workflow';
import { showFor } from './operations';

/** Which submitted recognition an operation is about. */
export const reference: INodeProperties[] = [
	{
		displayName: 'Operation ID',
		name: 'operationId',
		type: 'string',
		displayOptions: showFor(['getResult', 'cancel']),
		default: '={{ $json.operationId }}',
		required: true,
		description: 'The ID that Submit handed on. Results are kept for three days.',
	},
	{
		displayName: 'Wait for Result',
		name: 'waitForResult',
		type: 'boolean',
		displayOptions: showFor(['getResult']),
		default: true,
		description:
			'Whether to wait until the recognition has ended. If off, one that still runs gives an item with <code>status: running</code> at once.',
	},
];
