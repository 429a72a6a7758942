import type { OcrServer } from '../../../ocr-server/server';
import type { CredentialData } from './credentialStore';

/** The credential `yandexVisionOcrApi` as a user fills it in for a local OCR server. */
export function localCredential({
	url,
	apiKey,
}: Pick<OcrServer, 'url' | 'apiKey'>): CredentialData {
	return {
		authentication: 'apiKey',
		apiKey,
		ocrEndpoint: url,
		operationEndpoint: url,
		iamEndpoint: url,
	};
}
