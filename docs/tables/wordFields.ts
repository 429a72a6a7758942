import { wordColumns } from '../../nodes/YandexVisionOcr/items/words';
import { markdownTable } from './markdown';

const meanings: Readonly<Record<string, string>> = {
	text: 'the word',
	x: 'left edge, from the left of the page',
	y: 'upper edge, from the top of the page',
	width: 'width of the box around the word',
	height: 'height of that box',
	page: 'number of the page, from 1',
	block: 'number of the block in its page, from 1',
	line: 'number of the line in its block, from 1',
	word: 'number of the word in its line, from 1',
	file: 'name of the file',
	polygon: 'the corners as the service gave them: a list of `{ x, y }`',
	normalized: 'the box as fractions of the page, 0 to 1',
	pageWidth: 'width of the page in pixels',
	pageHeight: 'height of the page in pixels',
	unit: '`pixel`, `fraction` or `percent`',
	frame:
		'`displayed` (turned by EXIF, as a viewer shows it) or `stored` (as the pixels lie in the file)',
	lineText: 'the text of the line',
	languages: 'languages of the block',
	layoutType: 'what the block is: `text`, `title`, `list`, `caption` and so on',
	orientation: 'by how many degrees the line is turned',
	rotate: 'by how many degrees the page is turned',
	entity: 'the document field that the word belongs to: `{ name, text }`',
	start: 'where the word begins in the text of the page ([what it counts](text-offsets.md))',
	length: 'and how long it is there',
	confidence: '0 to 1, only where the service says',
	model: 'the model that read it',
	source: '`{ binaryField, mimeType, bytes, sha256 }` of the file',
	operationId: 'of an asynchronous recognition',
};

export function wordFields(): string {
	const simple = wordColumns(true);
	return markdownTable(
		['field', 'meaning', 'with Simplify'],
		wordColumns(false).map((field) => {
			const meaning = meanings[field];
			if (meaning === undefined) throw new Error(`The field ${field} needs a meaning here.`);
			return [`\`${field}\``, meaning, simple.includes(field) ? 'yes' : ''];
		}),
	);
}
