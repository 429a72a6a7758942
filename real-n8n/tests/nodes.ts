import type { INode, INodeExecutionData } from 'n8n-workflow';

import type { CredentialReference } from '../content';

type Parameters = INode['parameters'];

let lastPosition = 0;

function node(name: string, type: string, typeVersion: number, parameters: Parameters): INode {
	lastPosition += 200;
	return { id: name, name, type, typeVersion, parameters, position: [lastPosition, 0] };
}

export function manualStart(): INode {
	return node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
}

/** One item per file that matches the glob. */
export function readFiles(name: string, fileSelector: string, dataPropertyName = 'data'): INode {
	const options = { dataPropertyName };
	return node(name, 'n8n-nodes-base.readWriteFile', 1, { fileSelector, options });
}

/** One item that has the fields and files of the items at the same place of all inputs. */
export function mergeByPosition(name: string, numberInputs: number): INode {
	const parameters = { mode: 'combine', combineBy: 'combineByPosition', numberInputs };
	return node(name, 'n8n-nodes-base.merge', 3.2, { ...parameters, options: {} });
}

/** The one that `localOcrCredential` makes. */
const CREDENTIAL: CredentialReference = { id: 'localOcrServer', name: 'Local OCR server' };

export const OCR = 'Yandex Vision OCR';

export function ocr(parameters: Parameters = {}, name = OCR): INode {
	const type = 'n8n-nodes-yandex-vision-ocr.yandexVisionOcr';
	const credentials = { yandexVisionOcrApi: CREDENTIAL };
	return { ...node(name, type, 1, parameters), credentials };
}

/** Answers as soon as the execution is queued. */
export function webhook(path: string): INode {
	const parameters = { path, httpMethod: 'POST', responseMode: 'onReceived', options: {} };
	return { ...node('Webhook', 'n8n-nodes-base.webhook', 2, parameters), webhookId: path };
}

export function wait(amount: number): INode {
	return node('Wait', 'n8n-nodes-base.wait', 1.1, { amount, unit: 'seconds' });
}

/** Which item of the input this one was made of. */
export function itemOf({ pairedItem }: INodeExecutionData): number | undefined {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : undefined;
}
