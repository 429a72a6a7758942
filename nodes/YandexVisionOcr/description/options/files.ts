import type { OperationOption } from '../options';
import { SENDING } from '../operations';

/** Which of the files that a wildcard finds are worth sending. */
export const fileOptions: readonly OperationOption[] = [
	{
		operations: SENDING,
		property: {
			displayName: 'File Name Pattern',
			name: 'fileNamePattern',
			type: 'string',
			default: '',
			placeholder: 'e.g. invoice*.pdf, *.jpg',
			description:
				'Take only files with such a name; <code>*</code> stands for any characters, <code>?</code> for one. Upper and lower case are the same.',
		},
	},
	{
		operations: SENDING,
		property: {
			displayName: 'File Types',
			name: 'fileTypes',
			type: 'multiOptions',
			options: [
				{ name: 'JPEG', value: 'jpeg' },
				{ name: 'PDF', value: 'pdf' },
				{ name: 'PNG', value: 'png' },
			],
			default: [],
			description:
				'Take only files of these types, as their bytes tell (never the name). Empty for all three.',
		},
	},
	{
		operations: SENDING,
		property: {
			displayName: 'Minimum Bytes',
			name: 'minBytes',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Skip smaller files, such as the logos in e-mail signatures',
		},
	},
	{
		operations: SENDING,
		property: {
			displayName: 'Minimum Pixels',
			name: 'minPixels',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'Skip pictures of fewer pixels (width × height), such as the logos in e-mail signatures',
		},
	},
	{
		operations: SENDING,
		property: {
			displayName: 'Skipped Files as Items',
			name: 'skippedAsItems',
			type: 'boolean',
			default: false,
			description:
				'Whether each skipped file gives an item with the reason. If off, they are only named in the hint of the run.',
		},
	},
];
