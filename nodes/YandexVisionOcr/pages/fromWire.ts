import { failed, ok, type Problem, type Result } from '../problem';
import type { WireEntity, WirePage, WirePicture, WireTextAnnotation } from '../vision/wire';
import { blockFromWire } from './blockFromWire';
import { isObject, numberOf, readList, readNumber, readText } from './fields';
import { degreesOf } from './names';
import type { Block, Entity, Page, Picture } from './page';
import { placedFromWire } from './placedFromWire';
import { type PageDetail, PageReading } from './reading';
import { tableFromWire } from './tableFromWire';
import { inUtf16 } from './textOffsets';

/**
 * One page of an answer. Total: whatever comes in, a page or a problem that names the path of the
 * first thing that is not as expected comes out. The wire object is not changed.
 */
export function pageFromWire(wire: WirePage, detail: PageDetail = 'full'): Result<Page, Problem> {
	const annotation = wire.textAnnotation ?? wire.text_annotation ?? {};
	const entityCount = Array.isArray(annotation.entities) ? annotation.entities.length : 0;
	const reading = new PageReading(detail, entityCount);
	const number = pageNumberOf(wire);
	if (number === null) reading.report('page', 'a page number');
	if (!isObject(annotation)) reading.report('textAnnotation', 'an object');
	const page = annotationFromWire(number ?? 1, annotation, reading);
	return reading.fault === undefined ? ok(page) : failed(wrongShape(reading.fault));
}

/** Counted from 1; null where what stands there is no page number. */
export function pageNumberOf({ page }: WirePage): number | null {
	const index = page === undefined || page === null ? 0 : numberOf(page);
	return Number.isInteger(index) && index >= 0 ? index + 1 : null;
}

function annotationFromWire(number: number, wire: WireTextAnnotation, reading: PageReading): Page {
	const blocks = readList(wire.blocks, 'blocks', reading, blockFromWire);
	const fullText = readText(wire.fullText ?? wire.full_text, reading, 'fullText');
	const markdown = readText(wire.markdown, reading, 'markdown');
	return {
		number,
		width: readSize(wire.width, reading, 'width'),
		height: readSize(wire.height, reading, 'height'),
		rotate: degreesOf(wire.rotate),
		text: fullText === '' ? joinLines(blocks) : fullText,
		markdown: markdown === '' ? null : markdown,
		blocks: reading.detail === 'full' ? inUtf16(blocks, fullText) : blocks,
		tables: readList(wire.tables, 'tables', reading, tableFromWire),
		entities: readList(wire.entities, 'entities', reading, entityFromWire),
		pictures: readList(wire.pictures, 'pictures', reading, pictureFromWire),
		...countsOf(blocks),
	};
}

/** A page without pixels says nothing about its size. */
function readSize(value: unknown, reading: PageReading, field: string): number | null {
	const size = readNumber(value, null, reading, field);
	return size === null || size <= 0 ? null : size;
}

function entityFromWire(wire: WireEntity, reading: PageReading): Entity {
	return {
		name: readText(wire.name, reading, 'name'),
		text: readText(wire.text, reading, 'text'),
	};
}

function pictureFromWire(wire: WirePicture, reading: PageReading): Picture {
	return {
		...placedFromWire(wire, reading),
		score: readNumber(wire.score, null, reading, 'score'),
	};
}

/** Older answers have no text of the page: its lines, as fullText would have them. */
function joinLines(blocks: readonly Block[]): string {
	let text = '';
	for (const block of blocks) {
		for (const line of block.lines) text += `${line.text}\n`;
	}
	return text;
}

function countsOf(blocks: readonly Block[]): { lineCount: number; wordCount: number } {
	let lineCount = 0;
	let wordCount = 0;
	for (const block of blocks) {
		lineCount += block.lines.length;
		for (const line of block.lines) wordCount += line.words.length;
	}
	return { lineCount, wordCount };
}

function wrongShape(fault: string): Problem {
	return {
		code: 'ANSWER_WRONG_SHAPE',
		message: `The answer for this page cannot be read: ${fault}.`,
		hint: 'Output: Raw hands on the answer as it came. Please report this path to the maintainers of the node.',
		retryable: false,
	};
}
