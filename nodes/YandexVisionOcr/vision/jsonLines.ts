import { failed, ok, type Problem, type Result } from '../problem';
import { ANSWER_LIMITS, type AnswerLimits } from './answerLimits';
import {
	emptyAnswer,
	htmlAnswer,
	notJsonAnswer,
	tooDeepAnswer,
	tooLargeAnswer,
	truncatedAnswer,
} from './answerProblems';
import { HeldBytes } from './heldBytes';
import { isBlank, JsonScanner } from './jsonScanner';

const NEWLINE = 10;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const LESS_THAN = 60;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** One parsed JSON object of the answer, unchecked; or why the answer cannot be read any further. */
export type ReadValue = Result<object, Problem>;

/**
 * Reads the body of an answer as it arrives and hands out one parsed JSON object at a time: JSON
 * Lines, JSON printed over many lines, objects that follow each other, or one array of objects;
 * with byte order mark, CRLF and blank lines. Use one reader per answer, drain what `push` hands
 * back before the next `push`, and call `end` after the last chunk: a value that breaks off is an
 * error there. After an error nothing more comes.
 *
 * A line is looked for with `indexOf` and tried as a whole (the service sends JSON Lines); only a
 * line that is not an object by itself, or a very long one, is looked at byte by byte. Either way each
 * byte is read a fixed number of times.
 */
export class AnswerReader {
	private readonly held = new HeldBytes();
	private scanner: JsonScanner | undefined;
	private bytes = 0;
	/** What was not blank, or stood among what was not. */
	private heldBytes = 0;
	/** How much of the byte order mark has come; all of it once something else came. */
	private markBytes = 0;
	private values = 0;
	private isDone = false;

	constructor(private readonly limits: AnswerLimits = ANSWER_LIMITS) {}

	/** The chunk must not change afterwards: what belongs to a later value is kept, not copied. */
	*push(chunk: Uint8Array): Generator<ReadValue, void, undefined> {
		const { maxBytes } = this.limits;
		let at = this.skipByteOrderMark(chunk);
		this.bytes += chunk.length;
		if (this.bytes > maxBytes && !this.isDone) {
			yield this.stop(tooLargeAnswer('its size in bytes', this.bytes, maxBytes));
		}
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
		while (at < bytes.length && !this.isDone) {
			at = this.scanner
				? yield* this.scanOn(this.scanner, bytes, at)
				: yield* this.readLine(bytes, at);
		}
		yield* this.checkBlanks();
	}

	*end(): Generator<ReadValue, void, undefined> {
		if (!this.scanner && this.held.length > 0) yield* this.takeLine();
		if (this.isDone) return;
		if (this.scanner?.isOpen) yield this.stop(truncatedAnswer(this.bytes));
		else if (this.values === 0) yield this.stop(emptyAnswer());
		this.isDone = true;
	}

	/** A few hundred kilobytes of compressed blanks become as many megabytes. */
	private *checkBlanks(): Generator<ReadValue, void, undefined> {
		const { maxBlankBytes } = this.limits;
		const blanks = this.bytes - this.heldBytes;
		if (this.isDone || blanks <= maxBlankBytes) return;
		yield this.stop(tooLargeAnswer('its blank space in bytes', blanks, maxBlankBytes));
	}

	private *readLine(bytes: Buffer, from: number): Generator<ReadValue, number, undefined> {
		const start = this.held.length > 0 ? from : skipBlanks(bytes, from);
		if (this.held.length === 0 && bytes[start] !== OPEN_OBJECT) {
			if (start < bytes.length) this.scanner = new JsonScanner(this.limits.maxDepth);
			return start;
		}
		const newline = bytes.indexOf(NEWLINE, start);
		const end = newline === -1 ? bytes.length : newline + 1;
		if (!this.hold(bytes.subarray(start, end))) yield this.stopTooLong();
		else if (newline !== -1) yield* this.takeLine();
		return end;
	}

	private *takeLine(): Generator<ReadValue, void, undefined> {
		const line = this.held.take();
		if (line.length <= this.limits.maxUnseenBytes && endsLikeAnObject(line)) {
			const value = parseObject(line);
			if (value) return yield this.count(value);
		}
		const scanner = new JsonScanner(this.limits.maxDepth);
		this.scanner = scanner;
		let at = 0;
		while (at < line.length && !this.isDone) at = yield* this.scanOn(scanner, line, at);
	}

	private *scanOn(
		scanner: JsonScanner,
		bytes: Buffer,
		from: number,
	): Generator<ReadValue, number, undefined> {
		const { event, start, end } = scanner.scan(bytes, from);
		if (event === 'line') this.scanner = undefined;
		else if (event === 'tooDeep') yield this.stop(tooDeepAnswer(this.limits.maxDepth));
		else if (event === 'notJson') {
			yield this.stop(bytes[end] === LESS_THAN ? htmlAnswer() : notJsonAnswer(this.values + 1));
		} else if (!this.hold(bytes.subarray(start, end))) yield this.stopTooLong();
		else if (event === 'value') {
			const value = parseObject(this.held.take());
			yield value ? this.count(value) : this.stop(notJsonAnswer(this.values + 1));
		}
		return end;
	}

	private hold(part: Buffer): boolean {
		this.heldBytes += part.length;
		this.held.add(part);
		return this.held.length <= this.limits.maxValueBytes;
	}

	private count(value: object): ReadValue {
		const { maxValues } = this.limits;
		this.values += 1;
		if (this.values <= maxValues) return ok(value);
		return this.stop(tooLargeAnswer('the number of its pages', this.values, maxValues));
	}

	private stopTooLong(): ReadValue {
		const { maxValueBytes } = this.limits;
		return this.stop(
			tooLargeAnswer('the size of a page in bytes', this.held.length, maxValueBytes),
		);
	}

	private stop(problem: Problem): ReadValue {
		this.isDone = true;
		this.held.take();
		return failed(problem);
	}

	/** The mark may come in pieces; whatever follows its last piece, it is not looked for again. */
	private skipByteOrderMark(chunk: Uint8Array): number {
		let at = 0;
		while (at < chunk.length && this.markBytes < BYTE_ORDER_MARK.length) {
			if (chunk[at] !== BYTE_ORDER_MARK[this.markBytes]) this.markBytes = BYTE_ORDER_MARK.length;
			else {
				this.markBytes += 1;
				at += 1;
			}
		}
		return at;
	}
}

function skipBlanks(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length && isBlank(bytes[at] ?? 0)) at += 1;
	return at;
}

function endsLikeAnObject(line: Uint8Array): boolean {
	let last = line.length - 1;
	while (last > 0 && isBlank(line[last] ?? 0)) last -= 1;
	return line[last] === CLOSE_OBJECT;
}

/** The bytes begin with an opening brace: what parses is an object. */
function parseObject(bytes: Buffer): object | undefined {
	try {
		return JSON.parse(bytes.toString('utf8')) as object;
	} catch {
		return undefined;
	}
}
