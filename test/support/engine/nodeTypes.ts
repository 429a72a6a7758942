import type { PackageDirectoryLoader } from 'n8n-core';
import type { INodeType, INodeTypes } from 'n8n-workflow';
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

/** The package's nodes, the stand-ins, and whatever a test adds under a name of its own. */
export function nodeTypesOf(loader: PackageDirectoryLoader, added: NodesByType): INodeTypes {
	const known: NodesByType = { ...standIns, ...added };

	function find(type: string) {
		const prefix = `${loader.packageName}.`;
		if (type.startsWith(prefix)) return loader.getNode(type.slice(prefix.length)).type;
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
