import { limits } from '../../nodes/YandexVisionOcr/documents/limits';
import { DEFAULT_OPTIONS } from '../../nodes/YandexVisionOcr/options';
import { markdownTable } from './markdown';

export function limitRows(): string {
	const { maxFileBytes, maxImagePixels, maxPdfPages } = limits;
	const { syncRequestsPerSecond, asyncRequestsPerSecond } = DEFAULT_OPTIONS;
	return markdownTable(
		['what', 'limit'],
		[
			['formats', 'JPEG, PNG, PDF (told by the bytes, not by the name)'],
			['size of a file', `${maxFileBytes.toLocaleString('en-US')} bytes (10 MB)`],
			['picture', `${maxImagePixels.toLocaleString('en-US')} pixels (width × height)`],
			['PDF', `${maxPdfPages} pages`],
			['synchronous requests', `${syncRequestsPerSecond} per second`],
			['asynchronous submissions', `${asyncRequestsPerSecond} per second`],
			['results are kept', '3 days'],
		],
	);
}
