import type { OcrServerSettings } from '../options';
import type { Recognizer } from './recognizer';
import { stubRecognizer } from './stub';
import { tesseractRecognizer } from './tesseract';

/** The engine that the settings ask for; it loads when it is first used. */
export function createRecognizer(settings: OcrServerSettings, stopping: AbortSignal): Recognizer {
	return settings.recognizer === 'stub'
		? stubRecognizer(settings.stub, stopping)
		: tesseractRecognizer(stopping);
}
