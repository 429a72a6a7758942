import type { CredentialData } from '../../test/support/engine/credentialStore';
import { startOcrServer } from '../../ocr-server/server';

export interface Service {
	readonly description: string;
	readonly credential: CredentialData;
	close(): Promise<void>;
}

/** The real service when `YANDEX_API_KEY` is set, otherwise this repository's own server. */
export async function startService({ YANDEX_API_KEY }: NodeJS.ProcessEnv): Promise<Service> {
	if (YANDEX_API_KEY !== undefined && YANDEX_API_KEY !== '') return realService(YANDEX_API_KEY);
	const server = await startOcrServer({ recognizer: 'tesseract' });
	return {
		description: `local OCR server on ${server.url} (English; YANDEX_API_KEY is not set)`,
		credential: {
			authentication: 'apiKey',
			apiKey: server.apiKey,
			ocrEndpoint: server.url,
			operationEndpoint: server.url,
			iamEndpoint: server.url,
		},
		close: () => server.close(),
	};
}

function realService(apiKey: string): Service {
	return {
		description: 'Yandex Vision OCR (one page will be billed)',
		credential: { authentication: 'apiKey', apiKey },
		close: async () => {},
	};
}
