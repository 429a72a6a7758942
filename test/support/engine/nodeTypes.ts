import type { PackageDirectoryLoader } from 'n8n-core';
import type { IExecuteFunctions, INodeType, INodeTypes, NodeOutput } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { manualTrigger } from '../nodes/manualTrigger';
import { readWriteFile } from '../nodes/readWriteFile';
import { editFields } from '../nodes/set';
import { stickyNote } from '../nodes/stickyNote';

export type NodesByType = Readonly<Record<string, INodeType>>;

/** n8n-core brings no nodes: these carry the real names, so that the same workflow opens in n8n. */
const standIns: NodesByType = {
	'n8n-nodes-base.manualTrigger': manualTrigger,
	'n8n-nodes-base.readWriteFile': readWriteFile,
	'n8n-nodes-base.set': editFields,
	'n8n-nodes-base.stickyNote': stickyNote,
};

/**
 * The package's nodes, the stand-ins, and whatever a test adds under a name of its own.
 * @param onThrown gets what the package's nodes throw, as it was thrown: the engine keeps a copy
 */
export function nodeTypesOf(
	loader: PackageDirectoryLoader,
	added: NodesByType,
	onThrown: (error: unknown) => void,
): INodeTypes {
	const known: NodesByType = { ...standIns, ...added };

	function find(type: string) {
		const prefix = `${loader.packageName}.`;
		if (type.startsWith(prefix)) {
			return watched(loader.getNode(type.slice(prefix.length)).type as INodeType, onThrown);
		}
		const node = known[type];
		if (node === undefined) throw new Error(`No node of the type "${type}" in this engine`);
		return node;
	}

	return {
		getByName: find,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(find(type), version),
		getKnownTypes: () => ({}),
	};
}

function watched(node: INodeType, onThrown: (error: unknown) => void): INodeType {
	const execute = async function (this: IExecuteFunctions): Promise<NodeOutput> {
		const running = node.execute?.call(this) ?? Promise.resolve([]);
		running.catch(onThrown);
		return await running;
	};
	return Object.create(node, { execute: { value: execute } }) as INodeType;
}
