import type { INodeProperties } from 'n8n-workflow';
import { coordinateOptions } from './options/coordinates';
import { fileOptions } from './options/files';
import { itemOptions } from './options/items';
import { requestOptions } from './options/requests';
import { showFor } from './operations';

/** An option and the operations it makes sense for. */
export interface OperationOption {
	readonly operations: readonly string[];
	readonly property: INodeProperties;
}

const all: readonly OperationOption[] = [
	...coordinateOptions,
	...fileOptions,
	...itemOptions,
	...requestOptions,
];

/** One collection for each operation, with only the options that have an effect there. */
export const options: INodeProperties[] = ['recognize', 'submit', 'getResult', 'cancel'].map(
	(operation) => ({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: showFor([operation]),
		default: {},
		options: all
			.filter((option) => option.operations.includes(operation))
			.map(({ property }) => property)
			.sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
	}),
);
