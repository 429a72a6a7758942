import type { Options } from '../options';
import { abortedBy, type Deadline } from '../pacing/deadline';
import type { PollAnswer } from '../pacing/poller';
import { failed, ok, type Result } from '../problem';
import type { Session } from '../session';
import type { FailedEnding } from '../vision/endingProblem';
import type { OperationState } from '../vision/operation';
import { aboutOperation, fetchLater, operationProblem } from '../vision/operationProblem';
import type { OperationId } from '../vision/operationId';
import type { AnswerItems } from './answerItems';
import { policyFor, problemOf } from './policy';

/** A recognition that runs at the service, and what bounds the wait for it. */
export interface Submitted {
	readonly operationId: OperationId;
	/** On the clock: how often it is asked about depends on its age. */
	readonly submittedAtMs: number;
	readonly options: Options;
	/** The file's time limit. */
	readonly deadline: Deadline;
}

type Answer = PollAnswer<Result<void>>;

/** A result that lacks pages is fetched so often: that costs nothing. */
const FETCHES = 3;

/** Asks whether the recognition has ended. */
export async function askOnce(session: Session, submitted: Submitted): Promise<Result<boolean>> {
	const answer = await askState(session, submitted);
	if (!answer.isDone) return ok(false);
	return answer.value.ok ? ok(true) : answer.value;
}

/** Waits until the recognition has ended, under the schedule that all open operations share. */
export async function untilEnded(session: Session, submitted: Submitted): Promise<Result<void>> {
	const { submittedAtMs } = submitted;
	return await poll(
		session,
		submitted,
		submittedAtMs,
		async () => await askState(session, submitted),
	);
}

async function askState(session: Session, submitted: Submitted): Promise<Answer> {
	const { operationId, options, deadline } = submitted;
	const policy = policyFor(session, 'state', options, deadline);
	const ending = await session.service.state(operationId, policy);
	return ending.ok
		? stateAnswer(session, submitted, ending.value)
		: noResult(session, submitted, ending);
}

/** Fetches the result of a recognition that has ended, until all of its pages are there. */
export async function fetchResult(
	session: Session,
	submitted: Submitted,
	items: AnswerItems,
): Promise<Result<void>> {
	let read = await readResult(session, submitted, items);
	for (let fetched = 1; fetched < FETCHES && read.ok && items.lacksPages(); fetched++) {
		read = await readResult(session, submitted, items);
	}
	return read;
}

/** Right after the end, the service still says for a moment that there is no result. */
async function readResult(
	session: Session,
	submitted: Submitted,
	items: AnswerItems,
): Promise<Result<void>> {
	const { operationId, options, deadline } = submitted;
	const policy = policyFor(session, 'result', options, deadline);
	const fetch = async (): Promise<Answer> => {
		const ending = await session.service.result(operationId, policy, items.restart, items.take);
		if (!ending.ok) return noResult(session, submitted, ending);
		return ending.value === 'read' ? { isDone: true, value: ok(undefined) } : { isDone: false };
	};
	const first = await fetch();
	if (first.isDone) return first.value;
	return await poll(session, submitted, session.clock.now(), fetch);
}

function stateAnswer(
	session: Session,
	{ operationId }: Submitted,
	{ done, error }: OperationState,
): Answer {
	if (!done) return { isDone: false };
	session.openOperations.delete(operationId);
	if (error === undefined) return { isDone: true, value: ok(undefined) };
	const problem = operationProblem(error, session.redact);
	return { isDone: true, value: failed(aboutOperation(problem, operationId)) };
}

function noResult(
	session: Session,
	{ operationId, options }: Submitted,
	ending: FailedEnding,
): { readonly isDone: true; readonly value: Result<never> } {
	// What the error promises to be there for Get Result must not be cancelled when the run ends.
	if (ending.why !== 'cancelled') session.openOperations.delete(operationId);
	const about = aboutOperation(problemOf(session, options, ending), operationId);
	return { isDone: true, value: failed(ending.why === 'permanent' ? about : fetchLater(about)) };
}

async function poll(
	session: Session,
	submitted: Submitted,
	submittedAtMs: number,
	ask: () => Promise<Answer>,
): Promise<Result<void>> {
	const { signal } = submitted.deadline;
	const polled = await session.poller
		.until(ask, { submittedAtMs, signal })
		.catch(async (error: unknown) => (signal.aborted ? undefined : await Promise.reject(error)));
	if (polled !== undefined) return polled;
	const nothing = { reason: undefined, timesUnsure: 0, timesUnusable: 0, timesWaitedOut: 0 };
	return noResult(session, submitted, { ok: false, why: abortedBy(signal), ...nothing }).value;
}
