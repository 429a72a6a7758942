import { MAX_MODEL_LENGTH } from './limits';
import { invalidArgument } from './serviceError';

/** The body of both recognise calls. */
export interface RecognitionRequest {
	readonly mimeType: string;
	readonly languageCodes: readonly string[];
	readonly model: string;
	readonly bytes: Buffer;
}

/** `image` and `application/pdf` are what the file then has to be. */
const MIME_TYPES: Readonly<Record<string, 'image' | 'pdf'>> = {
	image: 'image',
	jpeg: 'image',
	jpg: 'image',
	png: 'image',
	'image/jpeg': 'image',
	'image/jpg': 'image',
	'image/png': 'image',
	pdf: 'pdf',
	'application/pdf': 'pdf',
};

/** The JSON of a request. Throws a ServiceError for what is not an object. */
export function parseBody(body: string): Readonly<Record<string, unknown>> {
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		throw invalidArgument('request body is not JSON');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw invalidArgument('request body is not a JSON object');
	}
	return value as Readonly<Record<string, unknown>>;
}

/** Checks the fields. Throws a ServiceError that names the field. `maxBytes` is of the decoded file. */
export function parseRecognitionRequest(body: string, maxBytes: number): RecognitionRequest {
	const fields = parseBody(body);
	const model = stringField(fields, 'model') || 'page';
	if (model.length > MAX_MODEL_LENGTH) {
		throw invalidArgument(`model: length ${model.length}, allowed ${MAX_MODEL_LENGTH}`);
	}
	const mimeType = stringField(fields, 'mimeType') || 'image';
	if (MIME_TYPES[mimeType.toLowerCase()] === undefined) {
		throw invalidArgument('mimeType: not supported');
	}
	const languageCodes = languageField(fields);
	const bytes = decode(stringField(fields, 'content'));
	if (bytes.length > maxBytes) {
		throw invalidArgument(`content: file size ${bytes.length} bytes, allowed ${maxBytes} bytes`);
	}
	return { mimeType, languageCodes, model, bytes };
}

/** Throws a ServiceError when a PDF was announced as an image, or an image as a PDF. */
export function checkMimeType(mimeType: string, format: 'jpeg' | 'png' | 'pdf'): void {
	const announced = MIME_TYPES[mimeType.toLowerCase()];
	if (announced !== (format === 'pdf' ? 'pdf' : 'image')) {
		throw invalidArgument(`mimeType: the content is ${format}, announced was another type`);
	}
}

function stringField(fields: Readonly<Record<string, unknown>>, name: string): string {
	const value = fields[name] ?? '';
	if (typeof value !== 'string') throw invalidArgument(`${name}: must be a string`);
	return value;
}

function languageField({ languageCodes }: Readonly<Record<string, unknown>>): readonly string[] {
	const codes: unknown = languageCodes ?? [];
	if (!Array.isArray(codes) || !codes.every((code) => typeof code === 'string')) {
		throw invalidArgument('languageCodes: must be a list of strings');
	}
	return codes as readonly string[];
}

/** Buffer leaves out what is not base64; then the length tells. */
function decode(content: string): Buffer {
	if (content === '') throw invalidArgument('content: is empty');
	const bytes = Buffer.from(content, 'base64');
	const padding = content.endsWith('==') ? 2 : content.endsWith('=') ? 1 : 0;
	if (bytes.length !== Math.floor(((content.length - padding) * 3) / 4)) {
		throw invalidArgument('content: is not base64');
	}
	return bytes;
}
