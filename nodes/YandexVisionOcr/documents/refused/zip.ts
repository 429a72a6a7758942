import { hasAt, textAt, uint16, uint32 } from '../bytes';
import { savePdfHint, type Recognizer, type RefusedFormat } from './refusedFormat';

const entrySignature = 'PK\x03\x04';
const emptySignature = 'PK\x05\x06';
const entryHeaderBytes = 30;
/** Office files show what they are within their first entries. */
const maxEntries = 16;
const maxNameBytes = 256;

const archive: RefusedFormat = {
	is: 'a ZIP archive',
	hint: "Unpack it first with n8n's Compression node, and recognize the files in it.",
};
const spreadsheetHint = "n8n's Extract from File node reads its cells without any recognition.";

/** By what an entry's name or the first entry's content begins with. */
const packages: ReadonlyArray<readonly [beginning: string, format: RefusedFormat]> = [
	['word/', { is: 'a Word document (.docx)', hint: savePdfHint }],
	['xl/', { is: 'an Excel workbook (.xlsx)', hint: spreadsheetHint }],
	['ppt/', { is: 'a PowerPoint presentation (.pptx)', hint: savePdfHint }],
	[
		'application/vnd.oasis.opendocument.text',
		{ is: 'an OpenDocument text (.odt)', hint: savePdfHint },
	],
	[
		'application/vnd.oasis.opendocument.spreadsheet',
		{ is: 'an OpenDocument spreadsheet (.ods)', hint: spreadsheetHint },
	],
	['application/vnd.oasis.opendocument', { is: 'an OpenDocument file', hint: savePdfHint }],
	['application/epub+zip', { is: 'an EPUB book', hint: savePdfHint }],
];
const officeFile: RefusedFormat = {
	is: 'an Office file (.docx, .xlsx or .pptx)',
	hint: savePdfHint,
};

export const recognizeZip: Recognizer = (bytes) => {
	if (hasAt(bytes, 0, emptySignature)) return archive;
	if (!hasAt(bytes, 0, entrySignature)) return undefined;
	const clues = entryClues(bytes);
	const known = packages.find(([beginning]) => clues.some((clue) => clue.startsWith(beginning)));
	if (known) return known[1];
	return clues.includes('[Content_Types].xml') ? officeFile : archive;
};

/** The names of the first entries, and the content of one called `mimetype`. Nothing is unpacked. */
function entryClues(bytes: Buffer): readonly string[] {
	const clues: string[] = [];
	let position = 0;
	for (let count = 0; count < maxEntries && hasAt(bytes, position, entrySignature); count++) {
		const nameBytes = uint16(bytes, position + 26, true) ?? 0;
		const extraBytes = uint16(bytes, position + 28, true) ?? 0;
		const contentBytes = uint32(bytes, position + 18, true) ?? 0;
		const name = position + entryHeaderBytes;
		const content = name + nameBytes + extraBytes;
		clues.push(textAt(bytes, name, name + Math.min(nameBytes, maxNameBytes)));
		if (clues.at(-1) === 'mimetype') clues.push(textAt(bytes, content, content + maxNameBytes));
		position = nextEntry(bytes, content, contentBytes);
	}
	return clues;
}

/** Writers that stream leave the size out of the header: the next signature is searched for then. */
function nextEntry(bytes: Buffer, content: number, contentBytes: number): number {
	if (contentBytes > 0) return content + contentBytes;
	const found = bytes.indexOf(entrySignature, content, 'latin1');
	return found < 0 ? bytes.length : found;
}
