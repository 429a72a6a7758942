import type { RecognizedPage } from './recognizer';

const SURE = 0.7;

/** How many letters and digits were read with some confidence. */
export function legibleCharacters(page: RecognizedPage): number {
	return wordsOf(page)
		.filter((word) => (word.confidence ?? 0) >= SURE)
		.reduce((sum, word) => sum + word.text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
}

/** Whether most words of the page were read with some confidence. */
export function isLegible(page: RecognizedPage): boolean {
	const words = wordsOf(page);
	const sum = words.reduce((total, word) => total + (word.confidence ?? 0), 0);
	return words.length > 0 && sum / words.length >= SURE;
}

function wordsOf(page: RecognizedPage) {
	return page.blocks.flatMap((block) => block.lines).flatMap((line) => line.words);
}
