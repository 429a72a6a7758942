import { wordFields } from './wordFields';
import { models } from './models';
import { parameters } from './parameters';
import { limitRows } from './limits';

/** Where each generated table stands, between `<!-- name -->` and `<!-- /name -->`. */
export const sections = [
	{ file: 'docs/items.md', name: 'word fields', table: wordFields },
	{ file: 'README.md', name: 'models', table: models },
	{ file: 'README.md', name: 'limits', table: limitRows },
	{ file: 'docs/parameters.md', name: 'parameters', table: parameters },
] as const;

/** The text with its section `name` replaced by `content`; throws where the marks are missing. */
export function withSection(text: string, name: string, content: string): string {
	const start = `<!-- ${name} -->`;
	const end = `<!-- /${name} -->`;
	const from = text.indexOf(start);
	const to = text.indexOf(end);
	if (from < 0 || to < from) throw new Error(`The marks ${start} and ${end} are missing.`);
	return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
