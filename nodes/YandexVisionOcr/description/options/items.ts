import type { OperationOption } from '../options';
import { READING, SENDING } from '../operations';

const everywhere = ['recognize', 'submit', 'getResult'];

/** What the items look like and what they carry beside the text. */
export const itemOptions: readonly OperationOption[] = [
	{
		operations: READING,
		property: {
			displayName: 'First Row Is Header',
			name: 'firstRowIsHeader',
			type: 'boolean',
			displayOptions: { show: { '/output': ['tableRow'] } },
			default: true,
			description:
				'Whether the first row of a table names its columns. If off, they are named <code>column1</code>, <code>column2</code> and so on.',
		},
	},
	{
		operations: everywhere,
		property: {
			displayName: 'Include Input Fields',
			name: 'inputFields',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Chosen', value: 'chosen' },
				{ name: 'None', value: 'none' },
			],
			default: 'none',
			description:
				"Which fields of the input item each output item carries along. The node's own fields win where names are the same.",
		},
	},
	{
		operations: everywhere,
		property: {
			displayName: 'Input Field Names',
			name: 'inputFieldNames',
			type: 'string',
			displayOptions: { show: { inputFields: ['chosen'] } },
			default: '',
			placeholder: 'e.g. subject, from',
			description: 'Names of the fields to carry along, separated by commas',
		},
	},
	{
		operations: everywhere,
		property: {
			displayName: 'Keep Input Binary',
			name: 'keepBinary',
			type: 'boolean',
			default: false,
			description: "Whether each output item carries the input item's files along",
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'Maximum Items',
			name: 'maxItems',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50_000,
			description:
				'Guard against floods: a document that would give more items than this is an error that says what to change. A page of text has some 300 words.',
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'When Empty',
			name: 'whenEmpty',
			type: 'options',
			options: [
				{
					name: 'Put Out an Item',
					value: 'item',
					description: 'An item with an empty text, so that the branch goes on',
				},
				{
					name: 'Put Out Nothing',
					value: 'nothing',
					description: 'No item, and a hint that names the file',
				},
			],
			default: 'nothing',
			description: 'What to do with a file in which no text was found',
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'Words as File',
			name: 'wordsAsFile',
			type: 'options',
			displayOptions: { show: { '/output': ['word'] } },
			options: [
				{ name: 'CSV', value: 'csv', description: 'One row per word, for spreadsheets' },
				{ name: 'JSON Lines', value: 'jsonl', description: 'One JSON object per line and word' },
				{ name: 'No', value: 'none', description: 'One item per word' },
			],
			default: 'none',
			description:
				'Whether the words come as a file in the field <code>words</code> of one item per document, for documents of very many words',
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'Safe CSV',
			name: 'csvSafe',
			type: 'boolean',
			displayOptions: { show: { '/output': ['word', 'table'] } },
			default: false,
			description:
				'Whether texts that a spreadsheet would run as a formula (starting with =, +, - or @) get an apostrophe before them in CSV. Turn on when strangers send you files that you open in a spreadsheet.',
		},
	},
	{
		operations: SENDING,
		property: {
			displayName: 'Data Logging',
			name: 'dataLogging',
			type: 'boolean',
			default: false,
			description:
				'Whether the provider may keep the file and the text to look into problems. Leave off unless its support asks for it.',
		},
	},
];
