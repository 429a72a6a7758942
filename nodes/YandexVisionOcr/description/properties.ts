import type { INodeProperties } from 'n8n-workflow';
import { input } from './input';
import { model } from './model';
import { resourceAndOperation } from './operations';
import { options } from './options';
import { output } from './output';
import { reference } from './reference';

/** All parameters of the node, in the order in which the editor shows them. */
export const properties: INodeProperties[] = [
	...resourceAndOperation,
	...reference,
	...input,
	...model,
	...output,
	...options,
];
