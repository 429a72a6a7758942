import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CredentialData } from '../../test/support/engine/credentialStore';
import type { Execution } from '../../test/support/engine/execution';
import type { RunOptions } from '../../test/support/engine/runWorkflow';
import { runWorkflow } from '../../test/support/engine/runWorkflow';
import type { WorkflowJson } from '../../test/support/engine/workflowJson';

const workflowFile = join(__dirname, '..', 'recognize-words.workflow.json');

/** Names in the workflow. */
export const ocrNode = 'Yandex Vision OCR';
export const lastNode = 'Middle of the Word';
const readNode = 'Read Picture';

type Recognition = Pick<RunOptions, 'binaryMode' | 'signal' | 'onNodeStarted'> & {
	readonly picturePath: string;
	readonly credential: CredentialData;
};

/** Runs the workflow as a person would in n8n: names the picture, chooses the credential, runs it. */
export async function recognizeWords(recognition: Recognition): Promise<Execution> {
	const { picturePath, credential, ...options } = recognition;
	const workflow = JSON.parse(await readFile(workflowFile, 'utf8')) as WorkflowJson;
	return await runWorkflow({
		...options,
		workflow: withPicture(workflow, picturePath),
		credentials: { yandexVisionOcrApi: credential },
	});
}

function withPicture(workflow: WorkflowJson, fileSelector: string): WorkflowJson {
	const nodes = workflow.nodes.map((node) => {
		if (node.name !== readNode) return node;
		return { ...node, parameters: { ...node.parameters, fileSelector } };
	});
	return { ...workflow, nodes };
}
