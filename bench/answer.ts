import { pageLine } from '../ocr-server/answers/pageLine';
import { DEFAULT_ANSWER_STYLE } from '../ocr-server/answers/style';
import { plainAnnotation } from '../ocr-server/models/annotation';
import { DEFAULT_STUB_OPTIONS, stubRecognizer } from '../ocr-server/recognizers/stub';
import { ServiceError } from '../ocr-server/serviceError';

const WORDS_PER_PAGE = 500;

/** The lines of an answer as the local OCR server writes them, most of their words Cyrillic. */
export async function answerLines(words: number): Promise<readonly string[]> {
	const vocabulary = ['договор', 'сумма', 'Иванов', 'поставщик', 'улица', 'total', '1,250.00', '№'];
	const options = { ...DEFAULT_STUB_OPTIONS, wordsPerPage: WORDS_PER_PAGE, vocabulary };
	const stub = stubRecognizer(options, new AbortController().signal);
	const pages = await stub.recognize({
		format: 'pdf',
		bytes: Buffer.alloc(0),
		checksum: 1,
		pages: Array.from({ length: words / WORDS_PER_PAGE }, () => ({
			widthPx: 2480,
			heightPx: 3508,
		})),
	});
	return pages.map((page, index) => {
		if (page instanceof ServiceError) throw page;
		return pageLine(plainAnnotation(page), index, 'async', DEFAULT_ANSWER_STYLE);
	});
}

/** The body of an answer, in the pieces in which a socket hands it over. */
export function bodyOf(lines: readonly string[]): Buffer {
	return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

const CHUNK_BYTES = 64 * 1024;

export async function* chunksOf(body: Buffer): AsyncGenerator<Buffer> {
	for (let at = 0; at < body.length; at += CHUNK_BYTES) {
		yield body.subarray(at, at + CHUNK_BYTES);
	}
}
