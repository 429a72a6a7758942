import type { Options } from '../options';
import type { Outcome } from '../outcome';
import { startDeadline } from '../pacing/deadline';
import type { Session } from '../session';
import { aboutOperation, CANCELLED } from '../vision/operationProblem';
import { readOperationId } from '../vision/operationId';
import { policyFor, problemOf } from './policy';

/** Stops a recognition that was submitted; one that has ended already stays as it is. */
export async function cancel(
	session: Session,
	operationId: string,
	options: Options,
): Promise<Outcome> {
	const id = readOperationId(operationId);
	if (!id.ok) return { kind: 'failed', problem: id.error };
	const deadline = startDeadline(session.clock, options.maxWaitSeconds * 1000, session.whole);
	try {
		const policy = policyFor(session, 'state', options, deadline);
		const ending = await session.service.cancel(id.value, policy);
		if (!ending.ok) {
			const problem = problemOf(session, options, ending);
			return { kind: 'failed', problem: aboutOperation(problem, id.value) };
		}
		const { done, error } = ending.value;
		const json = { operationId: id.value, status: statusOf(done, error?.grpcCode) };
		return { kind: 'items', items: [{ json }], problems: [], remarks: [] };
	} finally {
		deadline.dispose();
	}
}

function statusOf(done: boolean, grpcCode: number | undefined): string {
	if (!done) return 'cancelling';
	if (grpcCode === undefined) return 'done';
	return grpcCode === CANCELLED ? 'cancelled' : 'failed';
}
