import { hasAt } from '../bytes';
import { endsName, readNumberBack, skipSpaceBack } from './pdfSyntax';

export interface PageTreeNode {
	/** A page, or a node that groups pages. */
	readonly type: 'Page' | 'Pages';
	readonly objectNumber: number;
	/** Where the object begins and ends that holds the node. */
	readonly start: number;
	readonly end: number;
}

/** A hundred times the pages the service reads: beyond these the file is none of its business. */
const maxNodes = 20_000;
/** What a dense file at the size limit really holds is far below each. */
const maxNames = 50_000;
const maxMarks = 250_000;

/**
 * Every `/Type /Page` and `/Type /Pages` with the object around it, found by searching forwards
 * only: linear, whatever the file holds.
 *
 * @returns `undefined` for a file with too many of anything.
 */
export function pageTreeNodes(bytes: Buffer): readonly PageTreeNode[] | undefined {
	const nodes: PageTreeNode[] = [];
	const objects = new ObjectCursor(bytes);
	let name = bytes.indexOf('/Page', 0, 'latin1');
	for (let names = 0; name >= 0; names++) {
		if (names >= maxNames) return undefined;
		const type = nodeType(bytes, name);
		if (type) {
			if (nodes.length >= maxNodes || !objects.advanceTo(name)) return undefined;
			const { objectNumber, start, end } = objects;
			if (objectNumber !== undefined) nodes.push({ type, objectNumber, start, end });
		}
		name = bytes.indexOf('/Page', name + 5, 'latin1');
	}
	return nodes;
}

function nodeType(bytes: Buffer, name: number): 'Page' | 'Pages' | undefined {
	const key = skipSpaceBack(bytes, name) - '/Type'.length;
	if (key < 0 || !hasAt(bytes, key, '/Type')) return undefined;
	if (endsName(bytes[name + 5])) return 'Page';
	return hasAt(bytes, name + 5, 's') && endsName(bytes[name + 6]) ? 'Pages' : undefined;
}

/** The object (`12 0 obj … endobj`) that a position lies in, for positions that only grow. */
class ObjectCursor {
	objectNumber: number | undefined;
	start = 0;
	end: number;
	private marks = 0;

	constructor(private readonly bytes: Buffer) {
		this.end = this.markFrom(0);
	}

	/** @returns false once there are too many marks to go on. */
	advanceTo(position: number): boolean {
		while (this.end < position) {
			if (++this.marks > maxMarks) return false;
			this.objectNumber = objectNumberBefore(this.bytes, this.end);
			this.start = this.end + 3;
			this.end = this.markFrom(this.start);
		}
		return true;
	}

	private markFrom(position: number): number {
		const found = this.bytes.indexOf('obj', position, 'latin1');
		return found < 0 ? this.bytes.length : found;
	}
}

/** The 12 of `12 0 obj`; nothing where the mark belongs to `endobj`. */
function objectNumberBefore(bytes: Buffer, mark: number): number | undefined {
	const generation = readNumberBack(bytes, skipSpaceBack(bytes, mark));
	return generation && readNumberBack(bytes, skipSpaceBack(bytes, generation.start))?.value;
}
