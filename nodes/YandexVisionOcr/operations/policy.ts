import type { Options } from '../options';
import type { Deadline } from '../pacing/deadline';
import type { Lane } from '../pacing/limiter';
import type { Problem } from '../problem';
import {
	RESULT_REQUESTS_PER_SECOND,
	STATE_REQUESTS_PER_SECOND,
	type Queue,
	type Session,
} from '../session';
import { endingProblem, type FailedEnding } from '../vision/endingProblem';
import type { CallPolicy } from '../vision/service';

/** The user's settings for one file's calls through one queue. */
export function policyFor(
	session: Session,
	queue: Queue,
	options: Options,
	deadline: Deadline,
): CallPolicy {
	return {
		deadline,
		lane: laneOf(session, queue, options),
		maxAttempts: options.maxAttempts,
		retryWhenUnsure: options.retryWhenUnsure,
		requestTimeoutSeconds: options.requestTimeoutSeconds,
	};
}

/** The execution's place in a queue, at the pace that the user set. */
export function laneOf(session: Session, queue: Queue, options: Options): Lane {
	return session.lane(queue, rateOf(queue, options));
}

/** Why a call ended, in words that name the limits which the user set. */
export function problemOf(session: Session, options: Options, ending: FailedEnding): Problem {
	const { maxWaitSeconds } = options;
	return endingProblem(ending, { maxWaitSeconds, outageSeconds: session.outageSeconds });
}

function rateOf(queue: Queue, options: Options): number {
	switch (queue) {
		case 'sync':
			return options.syncRequestsPerSecond;
		case 'submit':
			return options.asyncRequestsPerSecond;
		case 'state':
			return STATE_REQUESTS_PER_SECOND;
		case 'result':
			return RESULT_REQUESTS_PER_SECOND;
	}
}
