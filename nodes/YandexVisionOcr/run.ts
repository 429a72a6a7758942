import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { cancelOpenOperations } from './cancelOpenOperations';
import { canceledError, toNodeError, type ProblemPlace } from './errors';
import { executionHints } from './executionHints';
import type { Performed, Task } from './outcome';
import { outputItems } from './outputItems';
import { DEFAULT_OPTIONS } from './options';
import { readItemOptions, readOperation } from './parameters';
import type { Problem, Result } from './problem';
import { openSession, type Session } from './session';
import { tasksOf } from './tasks';

/**
 * The node's execution: the only loop over the input items, and the only place that knows of
 * continue-on-fail. Files are worked on side by side; what comes out is in the order of the input.
 */
export async function run(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const session = orThrow(context, await openSessionFor(context));
	try {
		const operation = readOperation(context);
		const tasks = items.flatMap((item, itemIndex) =>
			tasksOf({ context, session, item, itemIndex }, operation),
		);
		const performed = await performAll(context, session, tasks);
		// Older than what is promised: such an n8n shows no hints.
		context.addExecutionHints?.(...executionHints(performed));
		const output = outputItems(items, performed);
		// The next nodes have the operations' IDs now; those of a run that fails are cancelled.
		session.openOperations.clear();
		return [output];
	} finally {
		end(session);
	}
}

/** Options that can't be read are each item's own error; the session only needs its bound. */
async function openSessionFor(context: IExecuteFunctions): Promise<Result<Session>> {
	const options = readItemOptions(context, 0);
	const { outageSeconds } = options.ok ? options.value : DEFAULT_OPTIONS;
	return await openSession(context, outageSeconds);
}

interface Failure {
	readonly problem: Problem;
	readonly place: ProblemPlace;
}

/** Settles as soon as all is done, the execution is stopped, or the first failure ends it. */
async function performAll(
	context: IExecuteFunctions,
	session: Session,
	tasks: readonly Task[],
): Promise<readonly Performed[]> {
	const goesOn = context.continueOnFail();
	let firstFailure: Failure | undefined;
	const perform = async ({ perform: work, ...task }: Task): Promise<Performed> => {
		const performed = { ...task, outcome: await work() };
		const problem = goesOn ? undefined : problemIn(performed);
		if (problem !== undefined && !session.whole.signal.aborted) {
			firstFailure = { problem, place: task.place };
			session.stop();
		}
		return performed;
	};
	const performed = await unlessStopped(session, Promise.all(tasks.map(perform)));
	if (performed !== undefined && firstFailure === undefined) return performed;
	throw firstFailure === undefined
		? canceledError(context.getNode())
		: toNodeError(context.getNode(), firstFailure.problem, firstFailure.place);
}

function problemIn({ outcome }: Performed): Problem | undefined {
	if (outcome.kind === 'failed') return outcome.problem;
	return outcome.kind === 'items' ? outcome.problems[0] : undefined;
}

/** A helper that obeys no signal, such as one that reads a file, must not hold up a stop. */
async function unlessStopped<Value>(
	session: Session,
	work: Promise<Value>,
): Promise<Value | undefined> {
	const { signal } = session.whole;
	if (signal.aborted) return undefined;
	return await Promise.race([
		work,
		new Promise<undefined>((resolve) => {
			signal.addEventListener('abort', () => resolve(undefined), { once: true });
		}),
	]);
}

/** The cancels at the service go on behind the execution, which does not wait for them. */
function end(session: Session): void {
	session.stop();
	session.close();
	void cancelOpenOperations(session);
}

function orThrow<Value>(context: IExecuteFunctions, result: Result<Value>): Value {
	if (result.ok) return result.value;
	throw toNodeError(context.getNode(), result.error, { itemIndex: 0 });
}
