import { amount } from './amount';
import type { FileFacts } from './formats/registry';
import { matchesGlob } from './glob';
import { splitList } from './list';

/** The options that leave files out. A filter's empty value, or 0, lets every file pass. */
export interface FileFilters {
	/** `jpeg`, `png`, `pdf`, as the bytes tell. */
	readonly fileTypes: readonly string[];
	/** Globs, separated by commas; upper and lower case are the same. */
	readonly fileNamePattern: string;
	readonly minBytes: number;
	/** Of pictures only: width times height. */
	readonly minPixels: number;
}

/** Why a file is left out by its name: a sentence for the execution hint. */
export function skipByName(fileName: string, filters: FileFilters): string | undefined {
	const patterns = splitList(filters.fileNamePattern);
	if (patterns.length === 0) return undefined;
	const name = comparable(fileName);
	if (patterns.some((pattern) => matchesGlob(comparable(pattern), name))) return undefined;
	return `Its name does not fit File Name Pattern (${patterns.join(', ')}).`;
}

/** Why a file is left out by its size: a sentence for the execution hint. */
export function skipBySize(fileBytes: number, { minBytes }: FileFilters): string | undefined {
	if (fileBytes >= minBytes) return undefined;
	return `It has ${amount(fileBytes)} bytes, fewer than the ${amount(minBytes)} of Minimum Bytes.`;
}

/** Why a file is left out by what it is: a sentence for the execution hint. */
export function skipByFacts(facts: FileFacts, filters: FileFilters): string | undefined {
	const types = filters.fileTypes.map(asFormatName);
	if (types.length > 0 && !types.includes(facts.format)) {
		return `It is a ${facts.format.toUpperCase()} file, but File Types asks for ${types.join(', ').toUpperCase()}.`;
	}
	if (facts.kind !== 'image') return undefined;
	const pixels = facts.width * facts.height;
	if (pixels >= filters.minPixels) return undefined;
	return `It has ${facts.width} x ${facts.height} = ${amount(pixels)} pixels, fewer than the ${amount(filters.minPixels)} of Minimum Pixels.`;
}

/** An expression may well say `.JPG` where the list says `jpeg`. */
function asFormatName(type: string): string {
	const name = type.trim().replace(/^\./, '').toLowerCase();
	return name === 'jpg' ? 'jpeg' : name;
}

/** One form for letters that can be written in two ways, as in file names from a Mac. */
function comparable(text: string): string {
	return text.normalize('NFC').toLowerCase();
}
