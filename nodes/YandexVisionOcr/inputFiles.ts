import type { IBinaryData, IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

/** Where n8n keeps files in workflows whose binary mode is "combined": `BINARY_IN_JSON_PROPERTY`. */
export const FILES_IN_JSON = '_files';

/** The item's files by field: in `binary`, or, in the binary mode "combined", in its JSON. */
export function filesOf({ binary, json }: INodeExecutionData): IBinaryKeyData {
	if (binary !== undefined) return binary;
	const files = json[FILES_IN_JSON];
	const fields = typeof files === 'object' && files !== null ? { ...json, ...files } : json;
	return Object.fromEntries(Object.entries(fields).filter(isFileEntry));
}

/** Whether it is a file as n8n hands it on, for example by `$('Form').item.binary.data`. */
export function isFile(value: unknown): value is IBinaryData {
	if (typeof value !== 'object' || value === null) return false;
	return 'mimeType' in value && ('data' in value || 'id' in value);
}

function isFileEntry(entry: [string, unknown]): entry is [string, IBinaryData] {
	return isFile(entry[1]) && 'data' in entry[1];
}
