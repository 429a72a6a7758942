import type { INodeProperties } from 'n8n-workflow';
import { READING, showFor } from './operations';

const withSimplify = ['word', 'line', 'block', 'page', 'document', 'table', 'entity', 'picture'];

/** What becomes an item. */
export const output: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		displayOptions: showFor(READING),
		options: [
			{
				name: 'Block',
				value: 'block',
				description: 'One item per block of text (paragraph, heading) with its coordinates',
			},
			{
				name: 'Document',
				value: 'document',
				description: 'One item per file with its whole text',
			},
			{
				name: 'Entity Set',
				value: 'entity',
				description:
					'One item per file with the fields of a document, such as name and number. For the passport, license and registration models.',
			},
			{ name: 'Line', value: 'line', description: 'One item per line with its coordinates' },
			{ name: 'Page', value: 'page', description: 'One item per page with its text' },
			{
				name: 'Picture',
				value: 'picture',
				description: 'One item per picture found on a page, with its coordinates',
			},
			{
				name: 'Raw',
				value: 'raw',
				description: "The service's answer as it came, one item per page",
			},
			{
				name: 'Table',
				value: 'table',
				description:
					'One item per table, also as CSV and Markdown. For the models Table and Markdown.',
			},
			{
				name: 'Table Row',
				value: 'tableRow',
				description:
					'One item per row of a table, its values by column. For the models Table and Markdown.',
			},
			{ name: 'Word', value: 'word', description: 'One item per word with its coordinates' },
		],
		default: 'word',
		description: 'What becomes one item of the output',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		displayOptions: showFor(READING, { output: withSimplify }),
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];
