import { failed, ok, type Result } from '../problem';
import { selectFields } from './fields';
import type { InputDocument } from './inputDocument';

/** What n8n states of a binary field, as far as it is of use here. */
export interface BinaryMetadata {
	readonly fileName?: string | undefined;
	readonly fileExtension?: string | undefined;
	readonly bytes?: number | undefined;
}

/**
 * The files of one item that Input Binary Field means, in its order. None, where only wildcards
 * were given and none fits. A field that was named but does not exist is a document as well, whose
 * reading fails, so that it fails alone.
 *
 * @param binary the item's binary fields
 * @param text the text of Input Binary Field
 * @param read reads the bytes of one field, when the document's turn has come
 */
export function documentsOfItem(
	itemIndex: number,
	binary: Readonly<Record<string, BinaryMetadata>>,
	text: string,
	read: (field: string) => Promise<Result<Buffer>>,
): Result<readonly InputDocument[]> {
	// A map, since a field can have the name of something every object has.
	const files = new Map(Object.entries(binary));
	const selection = selectFields(text, [...files.keys()]);
	if (!selection.ok) return selection;
	return ok(
		selection.value.map(({ field, named, missing }) => ({
			itemIndex,
			binaryField: field,
			fileName: fileNameOf(field, files.get(field)),
			named,
			statedBytes: files.get(field)?.bytes,
			read: async () => (missing ? failed(missing) : await read(field)),
		})),
	);
}

/** Files without a name are called by their field, so that messages can tell them apart. */
function fileNameOf(field: string, metadata: BinaryMetadata | undefined): string {
	if (metadata?.fileName) return metadata.fileName;
	return metadata?.fileExtension ? `${field}.${metadata.fileExtension}` : field;
}
