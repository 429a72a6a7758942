import type { InputDocument } from '../documents/inputDocument';
import type { Outcome } from '../outcome';
import { startDeadline, type Deadline } from '../pacing/deadline';
import { Scope } from '../pacing/scope';
import type { SendParameters } from '../parameters';
import type { Session } from '../session';
import { HeldFile } from './heldFile';
import { stopped } from '../vision/endingProblem';

const undone: Outcome = { kind: 'failed', problem: stopped };

/**
 * Reads a file when there is room for it, and works on it within its time limit, which counts from
 * then on: a file is not late because 500 others stood before it.
 */
export async function withFile(
	session: Session,
	document: InputDocument,
	parameters: SendParameters,
	work: (file: HeldFile, deadline: Deadline) => Promise<Outcome>,
): Promise<Outcome> {
	const scope = new Scope(session.whole.scope);
	const { memory } = session.pacing;
	const file = await HeldFile.read(document, parameters, memory, scope.signal)
		.catch(async (error: unknown) => (scope.signal.aborted ? undone : await Promise.reject(error)))
		.finally(() => {
			scope.release();
		});
	if (!(file instanceof HeldFile)) return file;
	const { maxWaitSeconds } = parameters.options;
	const deadline = startDeadline(session.clock, maxWaitSeconds * 1000, session.whole);
	try {
		return await work(file, deadline);
	} finally {
		file.release();
		deadline.dispose();
	}
}
