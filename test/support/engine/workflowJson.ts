import type { IConnections, INode, INodeTypes, IWorkflowSettings } from 'n8n-workflow';
import type { CredentialStore } from './credentialStore';

/** What n8n's "Download" writes to a file, and "Import from File" opens. */
export interface WorkflowJson {
	readonly name?: string;
	readonly nodes: readonly INode[];
	readonly connections: IConnections;
	readonly settings?: IWorkflowSettings;
}

/** One node after the other, along their first outputs. */
export function chain(...nodes: readonly INode[]): WorkflowJson {
	const connections: IConnections = {};
	nodes.slice(1).forEach((next, index) => {
		const previous = nodes[index];
		if (previous === undefined) return;
		connections[previous.name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	});
	return { nodes, connections };
}

/** Chooses the stored credential in every node that takes one, as a user does in the editor. */
export function withCredentialsChosen(
	workflow: WorkflowJson,
	store: CredentialStore,
	nodeTypes: INodeTypes,
): INode[] {
	return workflow.nodes.map((node) => {
		const { description } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		const usable = (description.credentials ?? []).filter(({ name }) => store.has(name));
		const chosen = usable.map(({ name }) => [name, { id: name, name }]);
		return { ...node, credentials: { ...Object.fromEntries(chosen), ...node.credentials } };
	});
}
