import { ok, type Result } from '../problem';
import { asBuffer } from './bytes';
import { formatNames, formats, type FileFacts, type FormatName } from './formats/registry';
import { refuse } from './refusal';
import { recognizeRefusedBinary } from './refused/recognizeRefusedBinary';
import type { RefusedFormat } from './refused/refusedFormat';
import { recognizeText } from './refused/text';

/** Every mark that tells a file's type stands within this beginning of it. */
const headBytes = 65_536;

/**
 * What a file is, from its bytes alone: names and media types that come with it are often wrong.
 * Linear in the file's size; nothing is decoded or unpacked.
 */
export function inspectFile(file: Uint8Array): Result<FileFacts> {
	const format = recognizeFormat(file);
	return format.ok ? formats[format.value].inspect(asBuffer(file)) : format;
}

/** The type alone, from the file's beginning: quick for a file of any size. */
export function recognizeFormat(file: Uint8Array): Result<FormatName> {
	const head = asBuffer(file).subarray(0, headBytes);
	if (head.length === 0) return empty();
	// First, since a PDF's mark may stand behind other bytes: a ZIP archive of PDFs can show one there.
	const binary = recognizeRefusedBinary(head);
	if (binary) return unsupported(binary);
	const name = formatNames.find((candidate) => formats[candidate].claims(head));
	if (name) return ok(name);
	// Last, since text is told by what is not in it.
	const text = recognizeText(head);
	return text ? unsupported(text) : unknown(head);
}

function empty(): Result<never> {
	return refuse(
		'EMPTY_FILE',
		'The file is empty (0 bytes).',
		'Check the step before: downloads that fail and attachments that were not loaded look like this.',
	);
}

function unsupported({ is, hint }: RefusedFormat): Result<never> {
	return refuse('UNSUPPORTED_FILE_TYPE', `It is ${is}, which the service does not read.`, hint);
}

function unknown(head: Buffer): Result<never> {
	const beginning = head.toString('hex', 0, 8).replace(/..(?=.)/g, '$& ');
	return refuse(
		'UNSUPPORTED_FILE_TYPE',
		`It is of an unknown type (its first bytes are ${beginning}).`,
		'The service reads JPEG, PNG and PDF files. Convert it to one of them first.',
	);
}
