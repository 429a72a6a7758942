import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { InspectedDocument } from '../documents/inspect';
import type { RecognizedPage } from './recognizer';

/** One file per recording: a line that says of which bytes it is, then a line per page. */
export const RECORDINGS_FOLDER = join(__dirname, '../recordings');

export interface RecordedBytes {
	readonly checksum: number;
	readonly byteLength: number;
}

let recordings: ReadonlyMap<string, readonly RecognizedPage[]> | undefined;

/** What tesseract.js once read in this very file, if it was recorded (`ocr-server/record.ts`). */
export function recordedPages(document: InspectedDocument): readonly RecognizedPage[] | undefined {
	recordings ??= readRecordings();
	return recordings.get(keyOf({ ...document, byteLength: document.bytes.length }));
}

function readRecordings(): ReadonlyMap<string, readonly RecognizedPage[]> {
	const files = readdirSync(RECORDINGS_FOLDER).filter((name) => name.endsWith('.jsonl'));
	return new Map(
		files.map((name) => {
			const text = readFileSync(join(RECORDINGS_FOLDER, name), 'utf8');
			const [bytes = '', ...pages] = text.trimEnd().split('\n');
			return [
				keyOf(JSON.parse(bytes) as RecordedBytes),
				pages.map((page) => JSON.parse(page) as RecognizedPage),
			];
		}),
	);
}

function keyOf({ checksum, byteLength }: RecordedBytes): string {
	return `${checksum}/${byteLength}`;
}
