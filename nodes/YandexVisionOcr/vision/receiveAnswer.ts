import { connectionFailure, type ConnectionFailure } from './connectionFailure';
import { AnswerReader } from './jsonLines';
import type { Problem } from '../problem';
import type { ServiceReply } from './request';

/** Takes one parsed object of an answer, in the order of the answer; may wait. */
export type OnValue = (value: object) => void | Promise<void>;

export type AnswerEnd =
	| { readonly kind: 'complete'; readonly values: number }
	/** The connection broke before the end. */
	| { readonly kind: 'broken'; readonly failure: ConnectionFailure }
	/** It is not what the service sends, or breaks off in the middle of a value. */
	| { readonly kind: 'malformed'; readonly problem: Problem };

/** Reads an answer value by value, so that a page can be turned into items and dropped. */
export async function receiveAnswer(reply: ServiceReply, onValue: OnValue): Promise<AnswerEnd> {
	const reader = new AnswerReader();
	let values = 0;
	const take = async (results: ReturnType<AnswerReader['end']>): Promise<Problem | undefined> => {
		for (const result of results) {
			if (!result.ok) return result.error;
			values += 1;
			await onValue(result.value);
		}
		return undefined;
	};
	try {
		for await (const chunk of reply.chunks) {
			const problem = await take(reader.push(chunk));
			if (problem !== undefined) return { kind: 'malformed', problem };
		}
		const problem = await take(reader.end());
		return problem === undefined ? { kind: 'complete', values } : { kind: 'malformed', problem };
	} catch (error) {
		return { kind: 'broken', failure: connectionFailure(error) };
	} finally {
		reply.discard();
	}
}

/** Reads a short text, such as an error body; what is beyond the limit is dropped. */
export async function readText(reply: ServiceReply, maxBytes: number): Promise<string> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const chunk of reply.chunks) {
			parts.push(chunk);
			bytes += chunk.length;
			if (bytes >= maxBytes) break;
		}
	} catch {
		// What came before the connection broke is all there is to say.
	} finally {
		reply.discard();
	}
	return Buffer.concat(parts, bytes).toString('utf8', 0, maxBytes);
}
