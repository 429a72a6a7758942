import type { Result } from '../problem';
import { asBuffer } from './bytes';
import { formats, type FileFacts } from './formats/registry';
import { refuse } from './refusal';
import { recognizeRefusedBinary } from './refused/recognizeRefusedBinary';
import type { RefusedFormat } from './refused/refusedFormat';
import { recognizeText } from './refused/text';

/**
 * What a file is, from its bytes alone: names and media types that come with it are often wrong.
 * Linear in the file's size; nothing is decoded or unpacked.
 */
export function inspectFile(file: Uint8Array): Result<FileFacts> {
	const bytes = asBuffer(file);
	if (bytes.length === 0) return empty();
	// First, since a PDF's mark may stand behind other bytes: a ZIP archive of PDFs can show one there.
	const binary = recognizeRefusedBinary(bytes);
	if (binary) return unsupported(binary);
	for (const format of Object.values(formats)) {
		if (format.claims(bytes)) return format.inspect(bytes);
	}
	// Last, since text is told by what is not in it.
	const text = recognizeText(bytes);
	return text ? unsupported(text) : unknown(bytes);
}

function empty(): Result<never> {
	return refuse(
		'EMPTY_FILE',
		'The file is empty (0 bytes)',
		'Check the step before: downloads that fail and attachments that were not loaded look like this.',
	);
}

function unsupported({ is, hint }: RefusedFormat): Result<never> {
	return refuse('UNSUPPORTED_FILE_TYPE', `It is ${is}, which the service does not read`, hint);
}

function unknown(bytes: Buffer): Result<never> {
	const beginning = bytes.toString('hex', 0, 8).replace(/..(?=.)/g, '$& ');
	return refuse(
		'UNSUPPORTED_FILE_TYPE',
		`It is of an unknown type (its first bytes are ${beginning})`,
		'The service reads JPEG, PNG and PDF files. Convert it to one of them first.',
	);
}
