import Table from 'cli-table3';
import type { Word } from './word';

const maxRows = 40;
const maxTextLength = 32;

/** The first words as a table for the terminal, and how many more there are. */
export function wordTable(words: readonly Word[]): string {
	const withPage = words.some(({ page }) => page > 1);
	const table = new Table({
		head: [...(withPage ? ['page'] : []), 'word', 'x', 'y', 'width', 'height', 'middle'],
		colAligns: [
			...(withPage ? (['right'] as const) : []),
			...(['left', 'right', 'right', 'right', 'right', 'left'] as const),
		],
		style: { head: [], border: [], compact: true },
	});
	for (const word of words.slice(0, maxRows)) {
		table.push([...(withPage ? [word.page] : []), ...row(word)]);
	}
	const more = words.length - maxRows;
	return more > 0 ? `${table.toString()}\n… and ${more} more, all in output/` : table.toString();
}

function row({ text, x, y, width, height, middleX, middleY }: Word) {
	return [shown(text), x, y, width, height, `(${middleX}, ${middleY})`];
}

/** Recognised text is foreign: nothing in it may steer the terminal. */
function shown(text: string): string {
	const printable = [...text.replace(/\p{C}/gu, '')];
	if (printable.length <= maxTextLength) return printable.join('');
	return `${printable.slice(0, maxTextLength - 1).join('')}…`;
}
