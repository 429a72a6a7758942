import { ok, type Result } from '../../problem';
import { refuse } from '../refusal';
import type { Format } from './format';
import { isEncrypted } from './pdfEncryption';
import { countPages } from './pdfPages';
import { isCutOff } from './pdfEnd';

export interface PdfFacts {
	readonly kind: 'pdf';
	readonly format: 'pdf';
	readonly mimeType: 'application/pdf';
	/** `undefined` where it cannot be told for sure without unpacking or decrypting the file. */
	readonly pageCount: number | undefined;
	/** Also true of a file that opens without a password but forbids, say, printing. */
	readonly encrypted: boolean;
}

/** Readers look for the header this far, since some writers put other bytes before it. */
const headerWindowBytes = 1024;

export const pdf: Format<PdfFacts> = {
	claims: (bytes) => headerOffset(bytes) >= 0,

	inspect(bytes) {
		if (isCutOff(bytes, headerOffset(bytes))) return truncated();
		const encrypted = isEncrypted(bytes);
		return ok({
			kind: 'pdf',
			format: 'pdf',
			mimeType: 'application/pdf',
			pageCount: encrypted ? undefined : countPages(bytes),
			encrypted,
		});
	},
};

function headerOffset(bytes: Buffer): number {
	return bytes.subarray(0, headerWindowBytes).indexOf('%PDF-', 0, 'latin1');
}

function truncated(): Result<never> {
	return refuse(
		'FILE_TRUNCATED',
		'It is a PDF that is cut off: its end is missing.',
		'Fetch or upload the file again, and check that the step before hands it on whole.',
	);
}
