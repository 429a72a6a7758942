import { errorLine } from '../answers/pageLine';
import type { Fault } from './fault';
import { notFound, ServiceError } from '../serviceError';
import { NOT_READY } from '../limits';

/** The service itself answers, but the recognition or its result is not whole. */
export type ResultFault =
	| {
			/** On `submit`: the operation ends with this error. */
			readonly kind: 'operationError';
			readonly grpcCode?: number;
			readonly message?: string;
	  }
	| { readonly kind: 'notReady' }
	| { readonly kind: 'pagesMissing'; readonly pages: readonly number[] }
	| { readonly kind: 'pagesFailed'; readonly pages: readonly number[] }
	| { readonly kind: 'pagesTwice'; readonly pages: readonly number[] };

type ByKind<Kind extends ResultFault['kind']> = Extract<ResultFault, { kind: Kind }>;

export type ResultFaultKind = ResultFault['kind'];

/** Each changes the lines of an answer, or throws the ServiceError to answer with. Pages count from 0. */
export const RESULT_FAULTS: {
	readonly [Kind in ResultFaultKind]: (
		lines: readonly string[],
		fault: ByKind<Kind>,
	) => readonly string[];
} = {
	operationError: (_lines, fault) => {
		throw new ServiceError(500, fault.grpcCode ?? 13, fault.message ?? 'internal error');
	},
	notReady: () => {
		throw notFound(NOT_READY);
	},
	pagesMissing: (lines, { pages }) => lines.filter((_line, page) => !pages.includes(page)),
	pagesFailed: (lines, { pages }) =>
		lines.map((line, page) => (pages.includes(page) ? failedPage(page) : line)),
	pagesTwice: (lines, { pages }) =>
		lines.flatMap((line, page) => (pages.includes(page) ? [line, line] : [line])),
};

function failedPage(page: number): string {
	return errorLine(new ServiceError(500, 13, `page ${page} could not be recognized`));
}

/** What `fault` makes of the lines of an answer: nothing, if it is none of these. */
export function resultFaultOf(
	fault: Fault | undefined,
): (lines: readonly string[]) => readonly string[] {
	if (fault === undefined || !Object.hasOwn(RESULT_FAULTS, fault.kind)) return (lines) => lines;
	const change = RESULT_FAULTS[fault.kind as ResultFaultKind] as (
		lines: readonly string[],
		fault: Fault,
	) => readonly string[];
	return (lines) => change(lines, fault);
}
