import { readAnswer } from '../../nodes/YandexVisionOcr/vision/answer';
import { deepFreeze } from '../support/answers';

const annotation = { width: '10', height: '20' };

const pages: ReadonlyArray<readonly [name: string, value: object, page: object]> = [
	['with result', { result: { textAnnotation: annotation, page: '1' } }, { page: '1' }],
	['without result', { textAnnotation: annotation, page: '1' }, { page: '1' }],
	['in snake_case', { result: { text_annotation: annotation } }, { text_annotation: annotation }],
	['that is blank but for its number', { result: { page: '3' } }, { page: '3' }],
	['that is blank and the first', { result: {} }, {}],
	['beside an empty error', { result: { textAnnotation: annotation }, error: null }, {}],
];

test.each(pages)('a page %s is told as a page', (_name, value, page) => {
	const answer = readAnswer(deepFreeze(value));
	expect(answer).toMatchObject({ kind: 'page', page });
});

const failures: ReadonlyArray<readonly [name: string, value: object, pageNumber: number | null]> = [
	['in an error', { error: { grpcCode: 3, httpCode: 400, message: 'bad page' } }, null],
	['in an error with its page', { error: { grpcCode: 3, message: 'bad page' }, page: '4' }, 5],
	[
		'in an error inside result',
		{ result: { error: { code: 3, message: 'bad page' }, page: 0 } },
		1,
	],
	['as a status', { code: 3, message: 'bad page', details: [{ requestId: 'r' }] }, null],
	['with a page that is none', { error: { message: 'bad page' }, page: { valueOf: 1 } }, null],
];

test.each(failures)('a failed page %s is told as a failed page', (_name, value, pageNumber) => {
	const answer = readAnswer(deepFreeze(value), (words) => words.toUpperCase());
	expect(answer).toMatchObject({ kind: 'failed', pageNumber, problem: { code: 'PAGE_FAILED' } });
	expect(answer.kind === 'failed' && answer.problem.message).toContain('BAD PAGE');
});

test("the service's words are shown only through what redacts them", () => {
	const answer = readAnswer({ error: { message: 'key AQVN-secret is wrong' } });
	expect(JSON.stringify(answer)).not.toContain('secret');
});

test.each([[null], [5], ['{}'], [[]], [{}], [{ unknown: 1 }], [{ result: 'text' }]])(
	'%j is neither a page nor an error',
	(value) => {
		expect(readAnswer(value)).toMatchObject({
			kind: 'failed',
			problem: { code: 'ANSWER_WRONG_SHAPE' },
		});
	},
);
