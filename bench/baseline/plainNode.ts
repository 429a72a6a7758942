import { nodeContext } from '../../test/support/credential/nodeContext';
import { CredentialStore } from '../../test/support/engine/credentialStore';
import { localCredential } from '../../test/support/engine/localCredential';

export interface PlainTask {
	readonly url: string;
	readonly apiKey: string;
	readonly files: number;
}

/** Sends one file as a plain node does: an object as body, and an error is an error. */
export function plainNode({ url, apiKey }: PlainTask): (file: Buffer) => Promise<boolean> {
	const credential = localCredential({ url, apiKey });
	const context = nodeContext(new CredentialStore({ yandexVisionOcrApi: credential }));
	return async (file) => {
		const body = {
			mimeType: 'PNG',
			model: 'page',
			languageCodes: ['*'],
			content: file.toString('base64'),
		};
		const options = {
			method: 'POST',
			url: `${url}/ocr/v1/recognizeText`,
			body,
			json: true,
		} as const;
		try {
			await context.helpers.httpRequestWithAuthentication.call(
				context as never,
				'yandexVisionOcrApi',
				options,
			);
			return true;
		} catch {
			return false;
		}
	};
}
