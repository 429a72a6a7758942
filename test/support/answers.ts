import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFromWire } from '../../nodes/YandexVisionOcr/pages/fromWire';
import type { Page } from '../../nodes/YandexVisionOcr/pages/page';
import type { Problem } from '../../nodes/YandexVisionOcr/problem';
import { readAnswer } from '../../nodes/YandexVisionOcr/vision/answer';
import { ANSWER_LIMITS, type AnswerLimits } from '../../nodes/YandexVisionOcr/vision/answerLimits';
import { AnswerReader } from '../../nodes/YandexVisionOcr/vision/jsonLines';

const folder = join(__dirname, '..', 'fixtures', 'responses');

/** Every recorded or hand-made answer; a file that is dropped in is tested too. */
export const answerNames: readonly string[] = readdirSync(folder).filter((name) =>
	/\.jsonl?$/.test(name),
);

export function answerBytes(name: string): Buffer {
	return readFileSync(join(folder, name));
}

export interface ReadBody {
	readonly values: readonly object[];
	readonly problem: Problem | undefined;
}

/** Reads a body that arrives in the given chunks. */
export function readChunks(
	chunks: Iterable<Uint8Array>,
	limits: AnswerLimits = ANSWER_LIMITS,
): ReadBody {
	const reader = new AnswerReader(limits);
	const values: object[] = [];
	let problem: Problem | undefined;
	const take = (results: ReturnType<AnswerReader['push']>) => {
		for (const result of results) {
			if (problem) throw new Error('something came after the problem');
			if (result.ok) values.push(result.value);
			else problem = result.error;
		}
	};
	for (const chunk of chunks) take(reader.push(chunk));
	take(reader.end());
	return { values, problem };
}

export function readBody(body: string | Uint8Array, limits?: AnswerLimits): ReadBody {
	return readChunks([Buffer.from(body)], limits);
}

/** The pages of a recorded answer in the order in which they came; throws where one cannot be read. */
export function pagesOf(name: string): readonly Page[] {
	return readBody(answerBytes(name)).values.flatMap((value) => {
		const answer = readAnswer(value);
		if (answer.kind === 'failed') return [];
		const page = pageFromWire(answer.page);
		if (!page.ok) throw new Error(page.error.message);
		return [page.value];
	});
}

export function firstPageOf(name: string): Page {
	const [page] = pagesOf(name);
	if (!page) throw new Error(`${name} has no page`);
	return page;
}

/** Makes every change to a wire object an error. */
export function deepFreeze<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null) {
		Object.values(value).forEach(deepFreeze);
		Object.freeze(value);
	}
	return value;
}
