import type { OperationOption } from '../options';
import { SENDING } from '../operations';

const withResult = ['recognize', 'submit', 'getResult'];
const everywhere = [...withResult, 'cancel'];

/** How the service is called: pace, time limits, retries. */
export const requestOptions: readonly OperationOption[] = [
	{
		operations: ['recognize'],
		property: {
			displayName: 'Processing Mode',
			name: 'processingMode',
			type: 'options',
			options: [
				{
					name: 'Asynchronous',
					value: 'async',
					description:
						'Submit each file and fetch its result: ten times the quota, PDFs of many pages',
				},
				{
					name: 'Automatic',
					value: 'auto',
					description: 'Whichever way is faster for each file',
				},
				{
					name: 'Synchronous',
					value: 'sync',
					description: 'One call per file: images and PDFs of one page only',
				},
			],
			default: 'auto',
			description: 'How files are sent to the service',
		},
	},
	{
		operations: ['recognize'],
		property: {
			displayName: 'Synchronous Requests per Second',
			name: 'syncRequestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0.01, numberPrecision: 2 },
			default: 1,
			description: "Your account's quota. The service's default is 1; its support can raise it.",
		},
	},
	{
		operations: SENDING,
		property: {
			displayName: 'Asynchronous Requests per Second',
			name: 'asyncRequestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0.01, numberPrecision: 2 },
			default: 10,
			description: "Your account's quota. The service's default is 10; its support can raise it.",
		},
	},
	{
		operations: withResult,
		property: {
			displayName: 'Maximum Attempts',
			name: 'maxAttempts',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 3,
			description:
				'How often a file is sent when the connection breaks after it was sent. Waiting for the quota does not count.',
		},
	},
	{
		operations: everywhere,
		property: {
			displayName: 'Maximum Wait (Seconds)',
			name: 'maxWaitSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 600,
			description:
				'Time limit for one file, beside its wait for the quota behind other files. When it runs out, the error carries the operation ID, and Get Result can fetch the result later.',
		},
	},
	{
		operations: everywhere,
		property: {
			displayName: 'Outage Limit (Seconds)',
			name: 'outageSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 120,
			description:
				'How long to wait for a service that answers nothing but failures, before the rest of the files fail',
		},
	},
	{
		operations: everywhere,
		property: {
			displayName: 'Request Timeout (Seconds)',
			name: 'requestTimeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Time limit for one request. 0: 30 seconds, and more for large files.',
		},
	},
	{
		operations: SENDING,
		property: {
			displayName: 'Retry When Unsure',
			name: 'retryWhenUnsure',
			type: 'boolean',
			default: true,
			description:
				'Whether to send a file again when the connection broke before the answer came, so that the service may bill it twice. If off, such a file is an error.',
		},
	},
];
