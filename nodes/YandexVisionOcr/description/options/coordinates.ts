import type { OperationOption } from '../options';
import { READING } from '../operations';

const withCoordinates = ['word', 'line', 'block', 'table', 'picture'];

export const coordinateOptions: readonly OperationOption[] = [
	{
		operations: READING,
		property: {
			displayName: 'Coordinate Frame',
			name: 'coordinateFrame',
			type: 'options',
			displayOptions: { show: { '/output': withCoordinates } },
			options: [
				{
					name: 'As Displayed',
					value: 'displayed',
					description: 'The picture as a viewer shows it, turned by its EXIF orientation',
				},
				{
					name: 'As Stored',
					value: 'stored',
					description:
						'The pixels as they lie in the file, for tools that ignore the EXIF orientation',
				},
			],
			default: 'displayed',
			description: 'Which way up the picture is that the coordinates refer to',
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'Coordinate Unit',
			name: 'coordinateUnit',
			type: 'options',
			displayOptions: { show: { '/output': withCoordinates } },
			options: [
				{
					name: 'Fraction',
					value: 'fraction',
					description: '0 to 1 of the page’s width or height',
				},
				{
					name: 'Percent',
					value: 'percent',
					description: '0 to 100 of the page’s width or height',
				},
				{ name: 'Pixel', value: 'pixel', description: 'Pixels of the picture' },
			],
			default: 'pixel',
			description: 'What the coordinates count in, from the top left corner of the page',
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'Page Range',
			name: 'pages',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1,3-5',
			hint: 'The service recognizes and bills all pages; the others are only left out of the output',
			description:
				'The pages to put out: <code>1,3-5</code> for four pages, <code>7-</code> from page 7 on, <code>-2</code> for the last two. Empty for all.',
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'Region',
			name: 'region',
			type: 'fixedCollection',
			displayOptions: { show: { '/output': ['word', 'line', 'block', 'page', 'document'] } },
			placeholder: 'Add Rectangle',
			default: {},
			hint: 'The service recognizes and bills the whole page; the rest is only left out of the output',
			description: 'Put out only the text that lies in a rectangle',
			options: [
				{
					displayName: 'Rectangle',
					name: 'rectangle',
					values: [
						{
							displayName: 'Height',
							name: 'height',
							type: 'number',
							default: 100,
						},
						{
							displayName: 'Left',
							name: 'x',
							type: 'number',
							default: 0,
							description: 'Distance of the left edge from the left edge of the page',
						},
						{
							displayName: 'Top',
							name: 'y',
							type: 'number',
							default: 0,
							description: 'Distance of the upper edge from the upper edge of the page',
						},
						{
							displayName: 'Unit',
							name: 'unit',
							type: 'options',
							options: [
								{
									name: 'Fraction',
									value: 'fraction',
								},
								{
									name: 'Percent',
									value: 'percent',
								},
								{
									name: 'Pixel',
									value: 'pixel',
								},
							],
							default: 'percent',
						},
						{
							displayName: 'Width',
							name: 'width',
							type: 'number',
							default: 100,
						},
					],
				},
			],
		},
	},
	{
		operations: READING,
		property: {
			displayName: 'Region Overlap',
			name: 'regionOverlap',
			type: 'number',
			displayOptions: { show: { '/output': ['word', 'line', 'block', 'page', 'document'] } },
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			default: 0,
			description:
				'How much of a word, in percent of its area, must lie in the region. 0: its centre must.',
		},
	},
];
