import type { OcrServer } from '../ocr-server/server';
import { localCredential } from '../test/support/engine/localCredential';
import type { Credential } from './content';

/** The node's credential for a local OCR server, with `data` instead of or beside its API key. */
export function localOcrCredential(server: OcrServer, data: object = {}): Credential {
	return {
		id: 'localOcrServer',
		name: 'Local OCR server',
		type: 'yandexVisionOcrApi',
		data: { ...localCredential(server), ...data },
	};
}
