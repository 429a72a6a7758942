import type { InputDocument } from '../documents/inputDocument';
import type { OutputShape } from '../items/shape';
import type { Options } from '../options';
import type { Outcome } from '../outcome';
import type { Deadline } from '../pacing/deadline';
import type { Lane } from '../pacing/limiter';
import { namesAPage, rangeBeyond } from '../pages/range';
import type { SendParameters } from '../parameters';
import { chooseWay, wayProblem } from '../plan';
import type { Problem } from '../problem';
import type { Session } from '../session';
import type { FailedEnding } from '../vision/endingProblem';
import { AnswerItems } from './answerItems';
import { createBreather } from './breather';
import { collectedOutcome, type StoreFile } from './collectedOutcome';
import type { HeldFile } from './heldFile';
import { laneOf, policyFor, problemOf } from './policy';
import { sourceOf } from './source';
import { fetchResult, untilEnded } from './submitted';
import { withFile } from './withFile';

/** What recognizing one file works with. */
interface Work {
	readonly session: Session;
	readonly file: HeldFile;
	readonly options: Options;
	readonly shape: OutputShape;
	/** The file's time limit. */
	readonly deadline: Deadline;
	readonly store: StoreFile;
}

/** Recognizes one file, whichever way is faster now, and turns the answer into items. */
export async function recognize(
	session: Session,
	document: InputDocument,
	parameters: SendParameters,
	shape: OutputShape,
	store: StoreFile,
): Promise<Outcome> {
	const { options } = parameters;
	return await withFile(
		session,
		document,
		parameters,
		({ facts }) => {
			const syncWaitMs = laneOf(session, 'sync', options).estimateWaitMs();
			return chooseWay(facts, options.processingMode, syncWaitMs);
		},
		async (file, { way, lane, deadline }) => {
			const problem = wayProblem(file.facts, way) ?? rangeProblem(file, shape);
			if (problem !== undefined) return { kind: 'failed', problem };
			const work = { session, file, options, shape, deadline, store };
			return way === 'sync' ? await recognizeSync(work, lane) : await recognizeAsync(work, lane);
		},
	);
}

/** One call; a PDF that it refuses goes on asynchronously. */
async function recognizeSync(work: Work, lane: Lane): Promise<Outcome> {
	const { session, file, options, shape, deadline, store } = work;
	const items = answerItems(work);
	const policy = { ...policyFor(session, 'sync', options, deadline), lane };
	const ending = await session.service.recognize(file, policy, items.restart, items.take);
	if (ending.ok) {
		items.source.repeats = ending.timesUnsure;
		return await collectedOutcome(items.finish(), shape, undefined, store);
	}
	return mayHaveMorePages(work, ending)
		? await recognizeAsync(work, laneOf(session, 'submit', options), ending.timesUnsure)
		: { kind: 'failed', problem: problemOf(session, options, ending) };
}

/**
 * Submit, wait for the end, fetch the pages.
 * @param timesUnsure how often the file may have been accepted before, on the other way
 */
async function recognizeAsync(work: Work, lane: Lane, timesUnsure = 0): Promise<Outcome> {
	const { session, file, options, shape, deadline } = work;
	const policy = { ...policyFor(session, 'submit', options, deadline), lane };
	const ending = await session.service.submit(file, policy);
	const repeats = timesUnsure + ending.timesUnsure;
	if (!ending.ok) {
		return {
			kind: 'failed',
			problem: problemOf(session, options, { ...ending, timesUnsure: repeats }),
		};
	}
	const operationId = ending.value;
	session.openOperations.add(operationId);
	const submitted = { operationId, submittedAtMs: session.clock.now(), options, deadline };
	const ended = await untilEnded(session, submitted);
	if (!ended.ok) return { kind: 'failed', problem: ended.error };
	const items = answerItems(work, { operationId, repeats });
	const fetched = await fetchResult(session, submitted, items);
	return fetched.ok
		? await collectedOutcome(items.finish(), shape, operationId, work.store)
		: { kind: 'failed', problem: fetched.error };
}

function answerItems(
	{ session, file, shape }: Work,
	known: { readonly operationId?: string; readonly repeats?: number } = {},
): AnswerItems {
	const source = { ...sourceOf(file), ...known };
	return new AnswerItems(shape, source, session.redact, createBreather(session.clock));
}

/** A PDF that the service refuses synchronously may have more pages than its bytes tell: that costs nothing. */
function mayHaveMorePages({ file, options }: Work, ending: FailedEnding): boolean {
	return (
		options.processingMode === 'auto' &&
		file.facts.kind === 'pdf' &&
		ending.why === 'permanent' &&
		ending.reason?.code === 'REJECTED_BY_SERVICE'
	);
}

/** Pages that no one wants are not worth paying for. */
function rangeProblem({ facts }: HeldFile, { pages }: OutputShape): Problem | undefined {
	const pageCount = facts.kind === 'pdf' ? facts.pageCount : 1;
	if (pageCount === undefined || namesAPage(pages, pageCount)) return undefined;
	const problem = rangeBeyond(pageCount);
	return { ...problem, message: `${problem.message} Nothing was sent.` };
}
