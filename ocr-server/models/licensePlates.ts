import type { RecognizedPage } from '../recognizers/recognizer';
import { type PageAnnotation, plainAnnotation, textOf } from './annotation';

/** Letters and digits mixed, five to ten of them, as most countries' plates have it. */
const PLATE = /^(?=.*\d)(?=.*\p{Lu})[\p{Lu}\d]{5,10}$/u;

/** `license-plates`: the lines that look like a plate and nothing else, each a block of its own. */
export function annotateLicensePlates(page: RecognizedPage): PageAnnotation {
	const lines = page.blocks.flatMap((block) => block.lines);
	const plates = lines.filter((line) => PLATE.test(textOf(line.words).replaceAll(' ', '')));
	const blocks = plates.map((line) => ({ box: line.box, lines: [line] }));
	return { ...plainAnnotation(page), blocks, pictures: [] };
}
