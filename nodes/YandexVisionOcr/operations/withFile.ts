import type { InputDocument } from '../documents/inputDocument';
import type { Outcome } from '../outcome';
import { startDeadline, type Deadline } from '../pacing/deadline';
import type { Lane } from '../pacing/limiter';
import { Scope } from '../pacing/scope';
import type { SendParameters } from '../parameters';
import type { Way } from '../plan';
import type { Session } from '../session';
import { stopped } from '../vision/endingProblem';
import { HeldFile } from './heldFile';
import { laneOf } from './policy';

const undone: Outcome = { kind: 'failed', problem: stopped };

/** How a file that was read goes on. */
export interface Start {
	readonly way: Way;
	/** Its place in the queue of that way, taken by what it sends first. */
	readonly lane: Lane;
	/** Its time limit. */
	readonly deadline: Deadline;
}

/**
 * Reads a file when there is room for it, and works on it within its time limit, to which its place in
 * the queue is added: a file is not late because 500 others stood before it.
 */
export async function withFile(
	session: Session,
	document: InputDocument,
	parameters: SendParameters,
	wayOf: (file: HeldFile) => Way,
	work: (file: HeldFile, start: Start) => Promise<Outcome>,
): Promise<Outcome> {
	const file = await readFile(session, document, parameters);
	if (!(file instanceof HeldFile)) return file;
	const { options } = parameters;
	const way = wayOf(file);
	const queue = laneOf(session, way === 'sync' ? 'sync' : 'submit', options);
	const limitMs = queue.estimateWaitMs() + options.maxWaitSeconds * 1000;
	const { lane, release } = queue.announce();
	const deadline = startDeadline(session.clock, limitMs, session.whole);
	try {
		return explained(file, await work(file, { way, lane, deadline }));
	} finally {
		release();
		file.release();
		deadline.dispose();
	}
}

/** The service says of a PDF with a password no more than that it cannot read it, if that. */
function explained({ facts }: HeldFile, outcome: Outcome): Outcome {
	const isLocked = facts.kind === 'pdf' && facts.encrypted;
	if (!isLocked || outcome.kind !== 'failed') return outcome;
	if (outcome.problem.code !== 'REJECTED_BY_SERVICE') return outcome;
	const hint =
		'The PDF is encrypted. Save or print it as a PDF without a password and restrictions first.';
	return { kind: 'failed', problem: { ...outcome.problem, hint } };
}

async function readFile(
	session: Session,
	document: InputDocument,
	parameters: SendParameters,
): Promise<HeldFile | Outcome> {
	const scope = new Scope(session.whole.scope);
	return await HeldFile.read(document, parameters, session.memory, scope.signal)
		.catch(async (error: unknown) => (scope.signal.aborted ? undone : await Promise.reject(error)))
		.finally(() => {
			scope.release();
		});
}
