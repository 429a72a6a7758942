import { readNumber, skipSpace } from './pdfSyntax';

const linearizedWindowBytes = 1024;

/**
 * Whether a PDF surely lacks its end: it states a length that it does not have, or holds none of
 * the marks that close every PDF. What readers can repair is not called cut off.
 */
export function isCutOff(bytes: Buffer, header: number): boolean {
	const stated = statedLength(bytes.subarray(header, header + linearizedWindowBytes));
	if (stated !== undefined) return bytes.length - header < stated;
	return (
		bytes.lastIndexOf('startxref', undefined, 'latin1') < 0 &&
		bytes.lastIndexOf('%%EOF', undefined, 'latin1') < 0
	);
}

/** The /L of a file made for the web, which says its length in its first object (ISO 32000-1, F.2). */
function statedLength(head: Buffer): number | undefined {
	const linearized = head.indexOf('/Linearized', 0, 'latin1');
	if (linearized < 0) return undefined;
	const dictionary = head.subarray(0, endOf(head, '>>', linearized));
	let position = dictionary.indexOf('/L', 0, 'latin1');
	while (position >= 0) {
		const length = readNumber(dictionary, skipSpace(dictionary, position + 2));
		if (length) return length.value;
		position = dictionary.indexOf('/L', position + 2, 'latin1');
	}
	return undefined;
}

function endOf(bytes: Buffer, mark: string, from: number): number {
	const found = bytes.indexOf(mark, from, 'latin1');
	return found < 0 ? bytes.length : found;
}
