import type { INode, INodeParameters, IWorkflowSettings, OnError } from 'n8n-workflow';
import type { GivenItem } from '../nodes/givenItems';
import { givenItemsNode } from '../nodes/givenItems';
import type { Execution } from './execution';
import type { RunOptions } from './runWorkflow';
import { runWorkflow } from './runWorkflow';
import { chain } from './workflowJson';

/** The names by which `Execution` reads what these nodes did. */
export const ocrNode = 'Yandex Vision OCR';

export interface Recognition extends Omit<RunOptions, 'workflow' | 'nodes'> {
	/** The items that reach the node, as an earlier step of a workflow hands them on. */
	readonly items: readonly GivenItem[];
	readonly parameters?: INodeParameters;
	readonly onError?: OnError;
	readonly settings?: IWorkflowSettings;
}

/** A whole execution: trigger → the given items → Yandex Vision OCR. */
export async function recognize(recognition: Recognition): Promise<Execution> {
	const { items, parameters = {}, onError, settings = {}, ...options } = recognition;
	const ocr = node(ocrNode, 'n8n-nodes-yandex-vision-ocr.yandexVisionOcr', parameters);
	return await runWorkflow({
		...options,
		nodes: { 'test.givenItems': givenItemsNode(items) },
		workflow: {
			...chain(
				node('Start', 'n8n-nodes-base.manualTrigger'),
				node('Given Items', 'test.givenItems'),
				onError === undefined ? ocr : { ...ocr, onError },
			),
			settings,
		},
	});
}

function node(name: string, type: string, parameters: INodeParameters = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}
