import type { Ending } from '../pacing/retry';
import type { Problem } from '../problem';

/** An ending that brought nothing. */
export type FailedEnding = Extract<Ending<unknown, Problem>, { readonly ok: false }>;

/** The limits that can end the work on a file, for the words about it. */
export interface EndLimits {
	readonly maxWaitSeconds: number;
	readonly outageSeconds: number;
}

/** Why the work on a file ended, in words; with the last failure's own words and IDs. */
export function endingProblem(ending: FailedEnding, limits: EndLimits): Problem {
	const problem = byReason(ending, limits);
	if (ending.timesUnsure === 0) return problem;
	const sent = ending.timesUnsure === 1 ? 'once' : `${ending.timesUnsure} times`;
	return {
		...problem,
		message: `${problem.message} The file was sent ${sent} without a clear answer: the service may have accepted and billed it.`,
	};
}

function byReason(ending: FailedEnding, limits: EndLimits): Problem {
	const { why, reason } = ending;
	switch (why) {
		case 'permanent':
			return reason ?? stopped;
		case 'attempts':
			return asked(reason ?? stopped, ending.timesUnusable);
		case 'deadline':
			return timedOut(reason, limits.maxWaitSeconds);
		case 'hint':
			return askedToWait(reason ?? stopped, ending.hintMs ?? 0, limits.maxWaitSeconds);
		case 'outage':
			return outage(reason, limits.outageSeconds);
		case 'cancelled':
			return stopped;
	}
}

function asked(last: Problem, times: number): Problem {
	return times > 1 ? { ...last, message: `${last.message} It was asked ${times} times.` } : last;
}

/** Waiting would only end in a time-out: so the file fails at once. */
function askedToWait(last: Problem, hintMs: number, limitSeconds: number): Problem {
	const message = `${last.message} It asks to wait ${Math.ceil(hintMs / 1000)} seconds, longer than the file has left of its ${limitSeconds}.`;
	return { ...last, message };
}

/** The word for stopping by hand must not appear: n8n marks executions by it. */
function timedOut(last: Problem | undefined, seconds: number): Problem {
	return {
		...idsOf(last),
		code: 'TIMED_OUT',
		message: `The file was not done within ${seconds} seconds; it timed out.${lastWords(last)}`,
		hint: 'Raise Maximum Wait in the options, or send fewer files at once.',
		retryable: true,
	};
}

function outage(last: Problem | undefined, seconds: number): Problem {
	return {
		...idsOf(last),
		code: 'SERVICE_OUTAGE',
		message: `The service brought nothing but failures for ${seconds} seconds, so the files that were left are given up.${lastWords(last)}`,
		hint: 'Run these files again later. Outage Limit in the options says how long to wait.',
		retryable: true,
	};
}

/** For a file that the end of the execution left undone. */
export const stopped: Problem = {
	code: 'STOPPED',
	message: 'The execution ended before the file was done.',
	hint: 'Run the file again.',
	retryable: true,
};

function lastWords(last: Problem | undefined): string {
	return last === undefined ? '' : ` The last failure: ${last.message}`;
}

function idsOf(last: Problem | undefined): Partial<Problem> {
	return {
		...(last?.httpStatus === undefined ? {} : { httpStatus: last.httpStatus }),
		...(last?.requestId === undefined ? {} : { requestId: last.requestId }),
	};
}
