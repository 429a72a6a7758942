import type { RecognizedPage, RecognizedWord } from '../recognizers/recognizer';
import { type AnnotatedEntity, type PageAnnotation, plainAnnotation, textOf } from './annotation';

/** The fields of a document, with what is in front of each of their names. */
export interface Template {
	readonly prefix: string;
	readonly fields: readonly string[];
}

const LABEL_END = /[:;]$/;
const MISSING = '-';

/** Fields from lines that say `Label: value`, where the label is the field's name in words. */
export function annotateTemplate(template: Template): (page: RecognizedPage) => PageAnnotation {
	return (page) => {
		const values = labelledValues(page);
		const entities = template.fields.map((field): AnnotatedEntity => {
			const words = values.get(field) ?? [];
			const text = words.length === 0 ? MISSING : textOf(words);
			return { name: template.prefix + field, text, words };
		});
		return { ...plainAnnotation(page), entities };
	};
}

/** By label in the spelling of field names: `Birth date:` is `birth_date`. */
function labelledValues(page: RecognizedPage): Map<string, readonly RecognizedWord[]> {
	const values = new Map<string, readonly RecognizedWord[]>();
	for (const { words } of page.blocks.flatMap((block) => block.lines)) {
		const end = words.findIndex((word) => LABEL_END.test(word.text));
		if (end === -1) continue;
		const label = textOf(words.slice(0, end + 1)).replace(LABEL_END, '');
		values.set(label.toLowerCase().replaceAll(' ', '_'), words.slice(end + 1));
	}
	return values;
}
