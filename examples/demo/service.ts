import { startOcrServer } from '../../ocr-server/server';
import type { CredentialData } from '../../test/support/engine/credentialStore';
import { localCredential } from '../../test/support/engine/localCredential';

export interface Service {
	readonly description: string;
	/** Whether it is this repository's own server. */
	readonly isLocal: boolean;
	readonly credential: CredentialData;
	close(): Promise<void>;
}

/** The real service when `YANDEX_API_KEY` is set, otherwise this repository's own server. */
export async function startService({ YANDEX_API_KEY }: NodeJS.ProcessEnv): Promise<Service> {
	if (YANDEX_API_KEY !== undefined && YANDEX_API_KEY !== '') return realService(YANDEX_API_KEY);
	const server = await startOcrServer({ recognizer: 'tesseract' });
	return {
		description: `local OCR server on ${server.url} (reads English; YANDEX_API_KEY is not set)`,
		isLocal: true,
		credential: localCredential(server),
		close: () => server.close(),
	};
}

function realService(apiKey: string): Service {
	return {
		description: 'Yandex Vision OCR (bills one page)',
		isLocal: false,
		credential: { authentication: 'apiKey', apiKey },
		close: async () => {},
	};
}
