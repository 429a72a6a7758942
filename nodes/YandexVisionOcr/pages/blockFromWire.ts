import type { WireBlock, WireLanguage, WireLine, WireWord } from '../vision/wire';
import { numberOf, readList, readNumber, readText } from './fields';
import { degreesOf, layoutTypeOf } from './names';
import type { Block, Line, Word } from './page';
import { boxFromWire, placedFromWire } from './placedFromWire';
import type { PageReading } from './reading';
import { spanFromWire } from './spanFromWire';

export function blockFromWire(wire: WireBlock, reading: PageReading): Block {
	const { box, polygon } = placedFromWire(wire, reading);
	return {
		box,
		polygon,
		lines: readList(wire.lines, 'lines', reading, lineFromWire),
		languages: readList(wire.languages, 'languages', reading, languageFromWire).filter(Boolean),
		layoutType: layoutTypeOf(wire.layoutType ?? wire.layout_type),
	};
}

function languageFromWire(wire: WireLanguage, reading: PageReading): string {
	return readText(wire.languageCode ?? wire.language_code, reading, 'languageCode');
}

/** Without a spread: filling a spread object costs more than all the rest of a line. */
function lineFromWire(wire: WireLine, reading: PageReading): Line {
	const best = wire.words ? wire : (wire.alternatives?.[0] ?? wire);
	const words = readList(best.words, 'words', reading, wordFromWire);
	const text = readText(wire.text ?? best.text, reading, 'text');
	const { box, polygon } = placedFromWire(wire, reading);
	return {
		box,
		polygon,
		text: text === '' ? joinWords(words) : text,
		words,
		orientation: degreesOf(wire.orientation),
	};
}

function joinWords(words: readonly Word[]): string {
	return words.map((word) => word.text).join(' ');
}

function wordFromWire(wire: WireWord, reading: PageReading): Word {
	const isFull = reading.detail === 'full';
	const placed = isFull ? placedFromWire(wire, reading) : null;
	return {
		text: readText(wire.text, reading, 'text'),
		box: placed ? placed.box : boxFromWire(wire, reading),
		polygon: placed && placed.polygon,
		span: isFull ? spanFromWire(wire, reading) : null,
		entity: entityIndexOf(wire, reading),
		confidence: readNumber(wire.confidence, null, reading, 'confidence'),
	};
}

/** Left out means 0, if there are entities at all; "-1" means none. */
function entityIndexOf(wire: WireWord, { entityCount }: PageReading): number | null {
	if (entityCount === 0) return null;
	const index = numberOf(wire.entityIndex ?? wire.entity_index ?? 0);
	return index >= 0 && index < entityCount ? index : null;
}
