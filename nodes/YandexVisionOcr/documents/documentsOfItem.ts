import { failed, ok, type Result } from '../problem';
import { selectFields } from './fields';
import type { InputDocument } from './inputDocument';

/** What n8n states of a file without reading it. */
export interface StatedFile {
	/** The name of the item's binary field. */
	readonly field: string;
	readonly fileName: string | undefined;
	readonly bytes: number | undefined;
}

/**
 * The files of one item that Input Binary Field means, in its order. None, where only wildcards
 * were given and none fits. A field that was named but does not exist is a document as well, whose
 * reading fails, so that it fails alone.
 *
 * @param text the text of Input Binary Field
 * @param read reads the bytes of one field, when the document's turn has come
 */
export function documentsOfItem(
	itemIndex: number,
	files: readonly StatedFile[],
	text: string,
	read: (field: string) => Promise<Result<Buffer>>,
): Result<readonly InputDocument[]> {
	const byField = new Map(files.map((file) => [file.field, file]));
	const selection = selectFields(text, [...byField.keys()]);
	if (!selection.ok) return selection;
	return ok(
		selection.value.map(({ field, named, missing }) => ({
			itemIndex,
			binaryField: field,
			// A file without a name is called by its field, so that messages can tell it from others.
			fileName: byField.get(field)?.fileName || field,
			named,
			statedBytes: byField.get(field)?.bytes,
			read: async () => (missing ? failed(missing) : await read(field)),
		})),
	);
}
