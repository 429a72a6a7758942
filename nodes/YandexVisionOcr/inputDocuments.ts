import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { decodeBase64 } from './documents/base64';
import { documentsOfItem, type BinaryMetadata } from './documents/documentsOfItem';
import type { InputDocument } from './documents/inputDocument';
import { download } from './download';
import { limits } from './documents/limits';
import type { SendParameters } from './parameters';
import { failed, ok, type Problem, type Result } from './problem';
import type { Session } from './session';
import { callTimeoutMs } from './vision/callTimeout';

/** The files of one input item that the node is to take, unread. None where only a wildcard was given. */
export function inputDocuments(
	context: IExecuteFunctions,
	itemIndex: number,
	item: INodeExecutionData,
	{ input, options }: Pick<SendParameters, 'input' | 'options'>,
	{ clock, whole }: Pick<Session, 'clock' | 'whole'>,
): Result<readonly InputDocument[]> {
	switch (input.source) {
		case 'binary':
			return documentsOfItem(
				itemIndex,
				filesOf(item),
				input.fields,
				async (field) => await readStored(context, itemIndex, field),
			);
		case 'base64':
			return ok([
				outright(
					itemIndex,
					'base64 text',
					async () => await Promise.resolve(decodeBase64(input.base64)),
				),
			]);
		case 'url': {
			const timeoutMs = callTimeoutMs(options.requestTimeoutSeconds, limits.maxFileBytes);
			return ok([
				outright(
					itemIndex,
					nameInAddress(input.url),
					async () => await download(context, input.url, { clock, timeoutMs, within: whole }),
				),
			]);
		}
	}
}

function outright(
	itemIndex: number,
	fileName: string,
	read: () => Promise<Result<Buffer>>,
): InputDocument {
	return {
		itemIndex,
		binaryField: undefined,
		fileName,
		named: true,
		statedBytes: undefined,
		read,
	};
}

/** The last part of an address's path, without its query, which may hold a key. */
function nameInAddress(address: string): string {
	if (!URL.canParse(address)) return 'URL';
	const { pathname, host } = new URL(address);
	const last = pathname.split('/').pop() ?? '';
	return last === '' ? host : last;
}

/**
 * The item's files by field: in `binary`, or, in workflows whose binary mode is "combined", among the
 * fields of its JSON.
 */
function filesOf(item: INodeExecutionData): Readonly<Record<string, BinaryMetadata>> {
	return item.binary ?? Object.fromEntries(Object.entries(item.json).filter(isFileEntry));
}

function isFileEntry(entry: [string, unknown]): entry is [string, IBinaryData] {
	const value = entry[1];
	if (typeof value !== 'object' || value === null) return false;
	return 'mimeType' in value && typeof value.mimeType === 'string' && 'data' in value;
}

/** Reads through n8n's helper, which alone knows where each binary mode keeps its bytes. */
async function readStored(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
): Promise<Result<Buffer>> {
	try {
		return ok(await context.helpers.getBinaryDataBuffer(itemIndex, field));
	} catch (error) {
		return failed(notReadable(error instanceof Error ? error.message.slice(0, 200) : ''));
	}
}

function notReadable(reason: string): Problem {
	return {
		code: 'FILE_NOT_READABLE',
		message: `n8n could not read the stored file${reason === '' ? '.' : `: ${reason}`}`,
		hint: 'Run the workflow from its start: n8n deletes the files of old executions.',
		retryable: false,
	};
}
