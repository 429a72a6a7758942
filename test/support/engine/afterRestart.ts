import { readFileSync } from 'node:fs';
import type { CredentialData } from './credentialStore';
import { itemWith, recognizeLocally } from './recognizeLocally';
import { ocrNode } from './recognize';

/** What a test hands over on the standard input, as JSON. */
export interface AfterRestart {
	readonly url: string;
	readonly credential: CredentialData;
	/** The picture, in base64. */
	readonly picture: string;
}

/** A process of its own, that knows of a credential only what n8n stored: n8n after a restart. */
async function main(): Promise<void> {
	const { url, credential, picture } = JSON.parse(readFileSync(0, 'utf8')) as AfterRestart;
	const execution = await recognizeLocally(
		{ url, apiKey: '' },
		{
			items: [itemWith({ data: ['picture.png', Buffer.from(picture, 'base64')] })],
			credentials: { yandexVisionOcrApi: credential },
			parameters: { options: { processingMode: 'sync' } },
		},
	);
	const { message } = execution.error ?? {};
	process.stdout.write(JSON.stringify({ message, items: execution.items(ocrNode).length }));
}

void main();
