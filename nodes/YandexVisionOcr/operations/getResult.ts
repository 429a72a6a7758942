import type { IDataObject } from 'n8n-workflow';
import type { OutputShape } from '../items/shape';
import type { Options } from '../options';
import type { Outcome } from '../outcome';
import { startDeadline } from '../pacing/deadline';
import type { ReferenceParameters } from '../parameters';
import type { Problem, Result } from '../problem';
import type { Session } from '../session';
import { readOperationId, type OperationId } from '../vision/operationId';
import { AnswerItems } from './answerItems';
import { createBreather } from './breather';
import { collectedOutcome, type StoreFile } from './collectedOutcome';
import { askOnce, fetchResult, untilEnded, type Submitted } from './submitted';
import { readTicket, type Ticket } from './ticket';

/** What fetching one result works with. */
export interface ResultRequest {
	readonly reference: ReferenceParameters;
	readonly shape: OutputShape;
	readonly options: Options;
	/** The input item, as Submit handed it on. */
	readonly json: IDataObject;
	readonly store: StoreFile;
}

/** Fetches the result of a submitted recognition. One that still runs is a state, not an error. */
export async function getResult(session: Session, request: ResultRequest): Promise<Outcome> {
	const { reference, shape, options, json } = request;
	const id = readOperationId(reference.operationId);
	if (!id.ok) return { kind: 'failed', problem: id.error };
	const ticket = readTicket(json, id.value);
	const problem = geometryProblem(ticket, shape, id.value);
	if (problem !== undefined) return { kind: 'failed', problem };

	const deadline = startDeadline(session.clock, options.maxWaitSeconds * 1000, session.whole);
	try {
		const submittedAtMs = ticket.submittedAtMs ?? session.clock.now();
		const submitted = { operationId: id.value, submittedAtMs, options, deadline };
		const ended = await hasEnded(session, submitted, reference.waitForResult);
		if (!ended.ok) return { kind: 'failed', problem: ended.error };
		return ended.value
			? await readResult(session, submitted, ticket, request)
			: runningOutcome(id.value, ticket);
	} finally {
		deadline.dispose();
	}
}

/** Asks once at first: a result that waits for its reader is there at once. */
async function hasEnded(
	session: Session,
	submitted: Submitted,
	waits: boolean,
): Promise<Result<boolean>> {
	const asked = await askOnce(session, submitted);
	if (!asked.ok || asked.value || !waits) return asked;
	const ended = await untilEnded(session, submitted);
	return ended.ok ? { ok: true, value: true } : ended;
}

async function readResult(
	session: Session,
	submitted: Submitted,
	{ source }: Ticket,
	{ shape, store }: ResultRequest,
): Promise<Outcome> {
	const breathe = createBreather(session.clock);
	const items = new AnswerItems(shape, { ...source }, session.redact, breathe);
	const fetched = await fetchResult(session, submitted, items);
	return fetched.ok
		? await collectedOutcome(items.finish(), shape, submitted.operationId, store)
		: { kind: 'failed', problem: fetched.error };
}

function runningOutcome(operationId: OperationId, { source }: Ticket): Outcome {
	const named = source.file === operationId ? {} : { file: source.file };
	const json = { operationId, status: 'running', ...named };
	return { kind: 'items', items: [{ json }], problems: [], remarks: [] };
}

function geometryProblem(
	{ hasGeometry }: Ticket,
	shape: OutputShape,
	operationId: OperationId,
): Problem | undefined {
	if (shape.coordinateFrame === 'displayed' || hasGeometry) return undefined;
	return {
		code: 'GEOMETRY_MISSING',
		message:
			'Coordinates As Stored need the orientation of the file, which the service does not keep.',
		hint: 'Hand the field “geometry” of Submit on to this node, or set Coordinate Frame to As Displayed.',
		retryable: false,
		operationId,
	};
}
