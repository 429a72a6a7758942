import type { INodeType, ITriggerFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { type GivenItem, storedItems } from './givenItems';

/** A mailbox in which these mails have just arrived. */
export function emailTrigger(mails: readonly GivenItem[]): INodeType {
	return {
		description: {
			displayName: 'Email Trigger (IMAP)',
			name: 'emailReadImap',
			group: ['trigger'],
			version: [2, 2.1, 2.2],
			description: 'Stands in for n8n-nodes-base.emailReadImap',
			defaults: { name: 'Email Trigger (IMAP)' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},

		async trigger(this: ITriggerFunctions) {
			const items = await storedItems(this.helpers, mails);
			return { manualTriggerFunction: async () => this.emit([items]) };
		},
	};
}
