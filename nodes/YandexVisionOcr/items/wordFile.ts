import type { CollectedPage } from './collectedPage';
import { csvRow } from './csv';
import type { OutputShape, SourceFacts } from './shape';
import { wordColumns } from './words';

/** A file that goes out as binary data, in pieces that nobody needs to join as text. */
export interface ItemFile {
	readonly chunks: readonly Uint8Array[];
	readonly fileName: string;
	readonly mimeType: string;
}

/** All words of the pages as one file; undefined unless that is asked for. */
export function wordFile(
	pages: readonly CollectedPage[],
	shape: OutputShape,
	source: SourceFacts,
): ItemFile | undefined {
	const { output, wordsAsFile, simplify } = shape;
	if (output !== 'word' || wordsAsFile === 'none') return undefined;
	const chunks: Uint8Array[] = [];
	if (wordsAsFile === 'csv') chunks.push(Buffer.from(csvRow(wordColumns(simplify), false)));
	for (const { bytes } of pages) if (bytes && bytes.length > 0) chunks.push(bytes);
	return {
		chunks,
		fileName: siblingName(source.file, `words.${wordsAsFile}`),
		mimeType: wordsAsFile === 'csv' ? 'text/csv' : 'application/x-ndjson',
	};
}

/** `scan.pdf` with the ending `words.csv` becomes `scan.words.csv`. */
export function siblingName(file: string, ending: string): string {
	const dot = file.lastIndexOf('.');
	return `${dot > 0 ? file.slice(0, dot) : file}.${ending}`;
}
