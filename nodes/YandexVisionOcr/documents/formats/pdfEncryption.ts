import { hasAt } from '../bytes';
import { isReference, skipSpace } from './pdfSyntax';

const key = 'Encrypt';
/** The word can stand in the text of a file that is not encrypted, but not thousands of times. */
const maxFinds = 4096;

/** Whether a trailer names an encryption dictionary. Trailers themselves are never encrypted. */
export function isEncrypted(bytes: Buffer): boolean {
	let position = bytes.indexOf(key, 0, 'latin1');
	for (let finds = 0; position >= 0 && finds < maxFinds; finds++) {
		const value = skipSpace(bytes, position + key.length);
		if (hasAt(bytes, value, '<<') || isReference(bytes, value)) return true;
		position = bytes.indexOf(key, position + key.length, 'latin1');
	}
	return false;
}
