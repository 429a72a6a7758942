import type { Problem } from '../problem';
import { readServiceError } from './serviceError';
import type { WireInteger, WirePage } from './wire';

/** One object of an answer: a page, a page that the service could not read, or something else. */
export type Answer =
	| { readonly kind: 'page'; readonly page: WirePage }
	| {
			readonly kind: 'failed';
			/** Counted from 1; null where the answer does not say which page it was. */
			readonly pageNumber: number | null;
			readonly problem: Problem;
	  };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Tells pages from errors, with and without the `result` around them. Nothing is copied or changed.
 * @param redact takes the service's own words and hands back what may be shown of them; without it
 * they are not shown.
 */
export function readAnswer(
	value: unknown,
	redact: (words: string) => string | undefined = () => undefined,
): Answer {
	if (!isFields(value)) return unknownAnswer();
	const inner = isFields(value.result) ? value.result : value;
	if (inner.textAnnotation !== undefined || inner.text_annotation !== undefined) {
		return { kind: 'page', page: inner as WirePage };
	}
	const status = [value, inner].find(saysError);
	if (status) return failedPage(status, [value.page, inner.page, status.page], redact);
	// proto3 leaves empty messages out: a blank page can be nothing but its number.
	if (inner !== value || inner.page !== undefined) return { kind: 'page', page: inner as WirePage };
	return unknownAnswer();
}

function saysError(fields: Fields): boolean {
	return isFields(fields.error) || (fields.code !== undefined && fields.message !== undefined);
}

function failedPage(
	fields: Fields,
	pages: readonly unknown[],
	redact: (words: string) => string | undefined,
): Answer {
	const { grpcCode, message } = readServiceError(fields);
	const words = message === undefined ? undefined : redact(message);
	const httpStatus = isFields(fields.error) ? fields.error.httpCode : undefined;
	return {
		kind: 'failed',
		pageNumber: pageNumberOf(pages),
		problem: {
			code: 'PAGE_FAILED',
			message: `The service could not read this page${grpcCode === undefined ? '' : ` (gRPC ${grpcCode})`}.${words === undefined ? '' : ` It says: “${words}”.`}`,
			hint: 'The other pages of the file are not affected, and a failed page is not billed. Send this page again as a file of its own.',
			retryable: grpcCode !== 3,
			...(typeof httpStatus === 'number' ? { httpStatus } : {}),
		},
	};
}

function pageNumberOf(candidates: readonly unknown[]): number | null {
	const number = Number(candidates.find(isWireInteger) ?? Number.NaN) + 1;
	return Number.isSafeInteger(number) && number >= 1 ? number : null;
}

function unknownAnswer(): Answer {
	return {
		kind: 'failed',
		pageNumber: null,
		problem: {
			code: 'ANSWER_WRONG_SHAPE',
			message: 'A part of the answer is neither a page nor an error.',
			hint: 'Check the OCR Endpoint of the credential.',
			retryable: false,
		},
	};
}

function isWireInteger(value: unknown): value is WireInteger {
	return typeof value === 'number' || (typeof value === 'string' && /^\d{1,9}$/.test(value));
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
