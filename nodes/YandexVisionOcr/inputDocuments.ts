import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { decodeBase64 } from './documents/base64';
import { documentsOfItem } from './documents/documentsOfItem';
import type { InputDocument } from './documents/inputDocument';
import { download } from './download';
import { limits } from './documents/limits';
import { FILES_IN_JSON, filesOf } from './inputFiles';
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
		case 'binary': {
			const files = filesOf(item);
			// In the binary mode "combined", n8n's own nodes are given paths such as `_files.data`.
			const fields = input.fields.replaceAll(`${FILES_IN_JSON}.`, '');
			const isInJson = item.binary === undefined;
			return documentsOfItem(itemIndex, files, fields, async (field) => {
				const file = isInJson ? files[field] : undefined;
				return await readStored(context, itemIndex, file ?? field);
			});
		}
		case 'file': {
			const { fileName = 'file', bytes } = input.file;
			const read = async () => await readStored(context, itemIndex, input.file);
			return ok([{ ...outright(itemIndex, fileName, read), statedBytes: bytes }]);
		}
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
	return last === '' ? host : decoded(last);
}

/** `%D1%81%D0%BA%D0%B0%D0%BD.pdf` is a name that nobody would know again in a message. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** Reads through n8n's helper, which alone knows where each binary mode keeps its bytes. */
async function readStored(
	context: IExecuteFunctions,
	itemIndex: number,
	file: string | IBinaryData,
): Promise<Result<Buffer>> {
	try {
		return ok(await context.helpers.getBinaryDataBuffer(itemIndex, file));
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
