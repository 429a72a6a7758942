import { pageTreeNodes, type PageTreeNode } from './pdfPageTree';
import { isReference, readNumber, skipSpace } from './pdfSyntax';

/**
 * The number of pages, told in two ways that must agree: the page objects themselves, and the count
 * in the root of the page tree.
 *
 * They disagree, and the answer is `undefined`, where the file was changed so that pages were added
 * or removed, where another PDF lies inside, and where pages are in packed object streams. Those
 * would have to be inflated, which a hostile file turns into endless memory: it is not done.
 */
export function countPages(bytes: Buffer): number | undefined {
	if (bytes.includes('ObjStm', 0, 'latin1')) return undefined;

	const nodes = pageTreeNodes(bytes);
	if (!nodes) return undefined;
	const pages = new Set(nodes.filter(isPage).map((node) => node.objectNumber));
	const counts = new Set(
		nodes.filter((node) => isRoot(bytes, node)).map((node) => count(bytes, node)),
	);

	const [stated] = counts;
	return counts.size === 1 && stated === pages.size && pages.size > 0 ? stated : undefined;
}

function isPage(node: PageTreeNode): boolean {
	return node.type === 'Page';
}

function isRoot(bytes: Buffer, node: PageTreeNode): boolean {
	return node.type === 'Pages' && valueOffset(bytes, node, '/Parent') === undefined;
}

/** A count that is kept in an object of its own is not looked up: too rare to be worth it. */
function count(bytes: Buffer, node: PageTreeNode): number | undefined {
	const offset = valueOffset(bytes, node, '/Count');
	return offset === undefined || isReference(bytes, offset)
		? undefined
		: readNumber(bytes, offset)?.value;
}

function valueOffset(bytes: Buffer, node: PageTreeNode, key: string): number | undefined {
	const found = bytes.subarray(node.start, node.end).indexOf(key, 0, 'latin1');
	return found < 0 ? undefined : skipSpace(bytes, node.start + found + key.length);
}
