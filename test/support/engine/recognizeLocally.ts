import type { IDataObject } from 'n8n-workflow';
import type { OcrServer } from '../../../ocr-server/server';
import type { GivenItem } from '../nodes/givenItems';
import type { Execution } from './execution';
import { localCredential } from './localCredential';
import { ocrNode, recognize, type Recognition } from './recognize';

/** The node against a local OCR server, at a pace that does not hold tests up. */
export async function recognizeLocally(
	server: Pick<OcrServer, 'url' | 'apiKey'>,
	recognition: Recognition,
): Promise<Execution> {
	const { parameters = {} } = recognition;
	return await recognize({
		credentials: { yandexVisionOcrApi: localCredential(server) },
		...recognition,
		parameters: {
			...parameters,
			options: {
				syncRequestsPerSecond: 1000,
				asyncRequestsPerSecond: 1000,
				...(parameters.options as IDataObject | undefined),
			},
		},
	});
}

/** An input item with files: by binary field, the file's name and bytes. */
export function itemWith(
	files: Readonly<Record<string, readonly [fileName: string, bytes: Buffer]>>,
	json: IDataObject = {},
): GivenItem {
	const given = Object.entries(files).map(([field, [fileName, bytes]]) => [
		field,
		{ fileName, bytes },
	]);
	return { json, files: Object.fromEntries(given) };
}

/** What the error items of an execution say. */
export function errorsOf(execution: Execution): IDataObject[] {
	return execution
		.items(ocrNode)
		.map(({ json }) => json.error as unknown as IDataObject | undefined)
		.filter((error) => error !== undefined);
}
