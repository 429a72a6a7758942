import type { SourceFacts } from '../items/shape';
import type { HeldFile } from './heldFile';

/** What is known of a file before it is sent. */
export function sourceOf(file: HeldFile): SourceFacts {
	const { facts, document } = file;
	return {
		file: document.fileName,
		binaryField: document.binaryField ?? null,
		mimeType: facts.mimeType,
		bytes: file.bytes,
		sha256: file.sha256,
		model: file.model,
		...pictureOf(facts),
	};
}

function pictureOf(
	facts: HeldFile['facts'],
): Pick<SourceFacts, 'orientation' | 'storedWidth' | 'storedHeight' | 'pageCount'> {
	if (facts.kind === 'pdf') {
		return {
			orientation: 1,
			...(facts.pageCount === undefined ? {} : { pageCount: facts.pageCount }),
		};
	}
	return {
		orientation: facts.format === 'png' ? facts.exifOrientation : facts.orientation,
		storedWidth: facts.width,
		storedHeight: facts.height,
		pageCount: 1,
	};
}
