import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

interface Assignments {
	readonly assignments: ReadonlyArray<{ readonly name: string; readonly value: unknown }>;
}

/** Manual mapping without dot notation: n8n has resolved the expressions already. */
export const editFields: INodeType = {
	description: {
		displayName: 'Edit Fields (Set)',
		name: 'set',
		group: ['input'],
		version: [3, 3.1, 3.2, 3.3, 3.4, 3.5],
		description: 'Stands in for n8n-nodes-base.set',
		defaults: { name: 'Edit Fields' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{
				displayName: 'Fields to Set',
				name: 'assignments',
				type: 'assignmentCollection',
				default: {},
			},
			{
				displayName: 'Include Other Input Fields',
				name: 'includeOtherFields',
				type: 'boolean',
				default: false,
			},
		],
	},

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const edited = this.getInputData().map(({ json }, item) => {
			const { assignments } = this.getNodeParameter('assignments', item) as unknown as Assignments;
			const kept = this.getNodeParameter('includeOtherFields', item) === true ? json : {};
			const set = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
			return { json: { ...kept, ...set } as INodeExecutionData['json'], pairedItem: { item } };
		});
		return [edited];
	},
};
