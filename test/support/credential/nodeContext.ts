import '../engine/logs';
import { ExecuteContext, ExecutionLifecycleHooks } from 'n8n-core';
import type { INode, INodeProperties, INodeTypeDescription, INodeTypes } from 'n8n-workflow';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import { additionalDataOf } from '../engine/additionalData';
import type { CredentialStore } from '../engine/credentialStore';
import { EngineCredentialsHelper } from '../engine/credentialsHelper';
import { credentialType, loaderOfCredential } from './credentialUnderTest';

const temp: INodeProperties = { displayName: 'Temp', name: 'temp', type: 'string', default: '' };

const newNode = (): INode => ({
	id: 'temp',
	name: 'Temp-Node',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: { temp: '' },
	credentials: { [credentialType]: { id: '1', name: 'Test' } },
});

export const description = {
	displayName: 'No Operation',
	name: 'n8n-nodes-base.noOp',
	group: ['organization'],
	version: 1,
	description: '',
	defaults: { name: 'No Operation' },
	inputs: ['main'],
	outputs: ['main'],
	credentials: [{ name: credentialType, required: true }],
	properties: [temp],
} satisfies INodeTypeDescription as INodeTypeDescription;

/** n8n's own helpers as a node has them, signing in with the stored credential. */
export function nodeContext(store: CredentialStore): ExecuteContext {
	const node = newNode();
	const nodeTypes: INodeTypes = {
		getByName: () => ({ description }),
		getByNameAndVersion: () => ({ description }),
		getKnownTypes: () => ({}),
	};
	const base = { id: '1', name: 'Test', nodes: [node], connections: {}, active: false };
	const workflow = new Workflow({ ...base, nodeTypes });
	const hooks = new ExecutionLifecycleHooks('manual', '1', base as never);
	const credentialsHelper = new EngineCredentialsHelper(loaderOfCredential, store);
	return new ExecuteContext(
		workflow,
		node,
		additionalDataOf({ credentialsHelper, hooks, executionId: '1' }),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
}
