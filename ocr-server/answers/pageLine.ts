import type { PageAnnotation } from '../models/annotation';
import type { ServiceError } from '../serviceError';
import { snakeCased, withoutZeros } from './respell';
import type { AnswerStyle } from './style';
import { textAnnotation } from './textAnnotation';

export type Call = 'sync' | 'async';

/** One page of an answer as the text that goes out, without the line end. */
export function pageLine(
	annotation: PageAnnotation,
	pageIndex: number,
	call: Call,
	style: AnswerStyle,
): string {
	const content = textAnnotation(annotation, style) as Parameters<typeof withoutZeros>[0];
	const spelt = style.omitZeros ? withoutZeros(content) : content;
	const omitPage =
		pageIndex === 0 &&
		(style.omitPageZero === 'always' || (style.omitPageZero === 'async' && call === 'async'));
	const page = { textAnnotation: spelt, ...(omitPage ? {} : { page: String(pageIndex) }) };
	const whole = style.wrapped ? { result: page } : page;
	return JSON.stringify(style.snakeCase ? snakeCased(whole) : whole, null, style.pretty ? 1 : 0);
}

/** What stands in place of a page that failed. */
export function errorLine(error: ServiceError): string {
	return JSON.stringify({
		error: {
			grpcCode: error.grpcCode,
			httpCode: error.httpStatus,
			message: error.message,
			details: [],
		},
	});
}

/** JSON Lines: each page on its own line, with a line end after the last one too. */
export function joinLines(lines: readonly string[], style: AnswerStyle): string {
	const lineEnd = style.blankLines ? '\n\n' : '\n';
	return lines.map((line) => line + lineEnd).join('');
}
