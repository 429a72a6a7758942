import { startDeadline, unlimited } from './pacing/deadline';
import { Scope } from './pacing/scope';
import { STATE_REQUESTS_PER_SECOND, type Session } from './session';

/** The only requests after a stop, and for so long at most. */
const WITHIN_MS = 2_000;

/**
 * Asks the service to cancel what nobody waits for any more: best effort, so nothing that goes wrong
 * is reported. The execution's own signal has ended already and does not stop these requests.
 */
export async function cancelOpenOperations(
	session: Pick<Session, 'clock' | 'client' | 'openOperations' | 'pacing'>,
): Promise<void> {
	// A submission that was answered in this very moment has its ID in the next.
	await session.clock.sleep(0);
	const operations = [...session.openOperations];
	if (operations.length === 0) return;
	const root = unlimited();
	const deadline = startDeadline(session.clock, WITHIN_MS, root);
	const lane = session.pacing.state.lane(STATE_REQUESTS_PER_SECOND);
	const cancels = operations.map(async (operationId) => {
		const { signal } = new Scope(deadline.scope);
		return await lane.send(
			async () => await session.client.cancel(operationId, { signal, idleTimeoutMs: WITHIN_MS }),
			signal,
		);
	});
	await Promise.allSettled(cancels);
	deadline.dispose();
	root.dispose();
}
