import { cp, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { WorkflowJson } from '../test/support/engine/workflowJson';
import type { CredentialReference, WorkflowFile } from './content';

const examplesFolder = resolve(__dirname, '../examples');
const fixturesFolder = resolve(examplesFolder, '../test/fixtures');
/** What n8n must be allowed to read for them, as its setting wants it. */
export const readableFolders = `${examplesFolder};${fixturesFolder}`;
const ENDING = '.workflow.json';

/** The names of all examples, without their ending. */
export async function exampleNames(): Promise<readonly string[]> {
	const files = (await readdir(examplesFolder)).filter((file) => file.endsWith(ENDING));
	return files.map((file) => file.slice(0, -ENDING.length)).sort();
}

/** Copies the examples with the files that they read, so that they write beside those of nobody else. */
export async function copyExamples(folder: string): Promise<void> {
	await cp(examplesFolder, folder, { recursive: true });
}

/** The credential to choose, by the name of its type. */
export type Chosen = Readonly<Record<string, CredentialReference>>;

/** By the types of the examples' nodes: a file to import names no credential. */
const CREDENTIAL_TYPES: Readonly<Record<string, string>> = {
	'n8n-nodes-yandex-vision-ocr.yandexVisionOcr': 'yandexVisionOcrApi',
	'n8n-nodes-yandex-vision-ocr.yandexVisionOcrTool': 'yandexVisionOcrApi',
	'n8n-nodes-base.emailReadImap': 'imap',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
};

/**
 * An example as a person has it who has imported it and chosen credentials and paths: those below
 * `examples/` lie in `folder` then.
 */
export async function readExample(
	name: string,
	chosen: Chosen,
	folder = examplesFolder,
): Promise<WorkflowFile> {
	const text = await readFile(join(examplesFolder, name + ENDING), 'utf8');
	const { nodes, ...rest } = JSON.parse(text) as WorkflowJson;
	const settled = nodes.map(({ parameters, ...node }) => {
		const type = CREDENTIAL_TYPES[node.type];
		const reference = type === undefined ? undefined : chosen[type];
		return {
			...node,
			parameters: withWholePaths(parameters, folder),
			...(type === undefined || reference === undefined
				? {}
				: { credentials: { [type]: reference } }),
		};
	});
	return { name, ...rest, id: name, nodes: settled };
}

/** The examples name files as seen from the repository's folder. */
function withWholePaths<Parameters extends object>(
	parameters: Parameters,
	folder: string,
): Parameters {
	const text = JSON.stringify(parameters);
	const whole = text
		.replace(/"(=?)examples\//g, `"$1${folder}/`)
		.replaceAll('"test/', `"${resolve(examplesFolder, '../test')}/`);
	return JSON.parse(whole) as Parameters;
}
