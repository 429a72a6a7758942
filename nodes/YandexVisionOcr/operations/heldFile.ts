import { examineFile, type Examination } from '../documents/examineFile';
import { skipByName, skipBySize } from '../documents/filters';
import type { FileFacts } from '../documents/formats/registry';
import type { InputDocument } from '../documents/inputDocument';
import { checkFileSize, limits } from '../documents/limits';
import { sha256 } from '../documents/sha256';
import type { Options } from '../options';
import type { Outcome } from '../outcome';
import { abortable } from '../pacing/abortable';
import type { BytesHeld, MemoryLane } from '../pacing/inFlight';
import type { SendParameters } from '../parameters';
import { ok, type Result } from '../problem';
import { recognitionBody } from '../vision/requestBody';
import type { OpenPayload, Payload } from '../vision/service';

/** The file itself and the request's body with it as base64, which exist together for a moment. */
const BYTES_PER_FILE_BYTE = 1 + 4 / 3;

interface Read {
	readonly bytes: Buffer;
	readonly held: BytesHeld;
}

/**
 * A file that is worth sending. Its bytes are kept for the first attempt to send it; each later one
 * reads it again, so that what waits for a retry is not in memory.
 */
export class HeldFile implements Payload {
	private first: Read | undefined;

	private constructor(
		readonly document: InputDocument,
		readonly facts: FileFacts,
		readonly sha256: string,
		readonly bytes: number,
		private readonly parameters: SendParameters,
		private readonly memory: MemoryLane,
		first: Read,
	) {
		this.first = first;
	}

	/** Reads and examines a file when its turn comes; skipped and refused ones are let go at once. */
	static async read(
		document: InputDocument,
		parameters: SendParameters,
		memory: MemoryLane,
		signal: AbortSignal,
	): Promise<HeldFile | Outcome> {
		const judged = judgeUnread(document, parameters.options);
		if (judged !== undefined) return judged;
		const read = await readWithin(document, memory, signal);
		if (!read.ok) return { kind: 'failed', problem: read.error };
		const { bytes, held } = read.value;
		const examined = examineFile(bytes, document, parameters.options);
		if (examined.outcome !== 'recognize') {
			held.release();
			return toOutcome(examined, parameters);
		}
		const print = sha256(bytes);
		const { length } = bytes;
		return new HeldFile(document, examined.facts, print, length, parameters, memory, read.value);
	}

	get model(): string {
		return this.parameters.model;
	}

	async open(signal: AbortSignal): Promise<Result<OpenPayload>> {
		const read =
			this.first === undefined
				? await readWithin(this.document, this.memory, signal)
				: ok(this.first);
		this.first = undefined;
		if (!read.ok) return read;
		const { bytes, held } = read.value;
		const { model, languageCodes, options } = this.parameters;
		const body = recognitionBody({ mimeType: this.facts.mimeType, model, languageCodes }, bytes);
		held.shrinkTo(body.length);
		return ok({ sending: { body, dataLogging: options.dataLogging }, release: held.release });
	}

	/** Lets go of what was never sent. */
	release(): void {
		this.first?.held.release();
		this.first = undefined;
	}
}

/** A file of unknown size may be as large as the service takes; what is too much is given back. */
async function readWithin(
	document: InputDocument,
	memory: MemoryLane,
	signal: AbortSignal,
): Promise<Result<Read>> {
	const stated = document.statedBytes ?? limits.maxFileBytes;
	const held = await memory.hold(stated * BYTES_PER_FILE_BYTE, signal);
	let isKept = false;
	try {
		const read = await abortable(document.read(), signal);
		if (!read.ok) return read;
		held.shrinkTo(read.value.length * BYTES_PER_FILE_BYTE);
		isKept = true;
		return ok({ bytes: read.value, held });
	} finally {
		if (!isKept) held.release();
	}
}

/** Larger than this, a file that a wildcard found is not even read to see what it is: a video, say. */
const MAX_EXAMINED_BYTES = 5 * limits.maxFileBytes;

/** What n8n states of a file can settle its fate before it is read. */
function judgeUnread(document: InputDocument, options: Options): Outcome | undefined {
	const { statedBytes, named, fileName } = document;
	if (statedBytes === undefined) return undefined;
	const asItem = options.skippedAsItems;
	const filtered = skipByName(fileName, options) ?? skipBySize(statedBytes, options);
	if (filtered !== undefined) return { kind: 'skipped', reason: filtered, asItem };
	const problem = checkFileSize(statedBytes);
	if (problem === undefined) return undefined;
	if (named) return { kind: 'failed', problem };
	if (statedBytes <= MAX_EXAMINED_BYTES) return undefined;
	return { kind: 'skipped', reason: problem.message, asItem };
}

function toOutcome(
	examined: Exclude<Examination, { readonly outcome: 'recognize' }>,
	parameters: SendParameters,
): Outcome {
	return examined.outcome === 'fail'
		? { kind: 'failed', problem: examined.problem }
		: {
				kind: 'skipped',
				reason: examined.reason,
				asItem: parameters.options.skippedAsItems,
			};
}
