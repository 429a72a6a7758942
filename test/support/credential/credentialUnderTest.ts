import type { PackageDirectoryLoader } from 'n8n-core';
import { YandexVisionOcrApi } from '../../../credentials/YandexVisionOcrApi.credentials';
import type { OcrServer } from '../../../ocr-server/server';
import type { CredentialData } from '../engine/credentialStore';

export const credentialType = 'yandexVisionOcrApi';

/** The one thing that the engine's credentials helper asks a loader for, from the sources. */
export const loaderOfCredential = {
	getCredential: () => ({ type: new YandexVisionOcrApi(), sourcePath: '' }),
} as unknown as PackageDirectoryLoader;

/** A credential for the local server, with the fields of one way to sign in. */
export function credentialFor(server: OcrServer, fields: CredentialData): CredentialData {
	return {
		ocrEndpoint: server.url,
		operationEndpoint: server.url,
		iamEndpoint: server.url,
		...fields,
	};
}
