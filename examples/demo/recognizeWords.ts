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

/** The local server reads a large photo in a minute or more on a small machine. */
const patient = { requestTimeoutSeconds: 600, maxWaitSeconds: 1200 };

function withPicture(workflow: WorkflowJson, fileSelector: string): WorkflowJson {
	const changes: Readonly<Record<string, object>> = {
		[readNode]: { fileSelector },
		[ocrNode]: { options: patient },
	};
	const nodes = workflow.nodes.map((node) => ({
		...node,
		parameters: { ...node.parameters, ...changes[node.name] },
	}));
	return { ...workflow, nodes };
}
