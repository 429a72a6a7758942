import { parse } from 'flatted';
import type { ExecutionStatus, IRun, IRunExecutionData } from 'n8n-workflow';

import type { Session } from './owner';
import { StoredRun } from './storedRun';

export interface ExecutionSummary {
	readonly id: string;
	readonly status: ExecutionStatus;
}

/** The executions of a workflow as n8n's own list shows them, the newest first. */
export async function listExecutions(
	session: Session,
	workflowId: string,
): Promise<readonly ExecutionSummary[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const listed = await session.call('GET', `/rest/executions?limit=100&filter=${filter}`);
	return (listed as { readonly results: readonly ExecutionSummary[] }).results;
}

/** What an execution left behind, as n8n's database keeps it. */
export async function readExecution(session: Session, id: string): Promise<StoredRun> {
	const { data, ...execution } = (await session.call('GET', `/rest/executions/${id}`)) as {
		readonly data: string;
	};
	return new StoredRun({ ...execution, data: parse(data) as IRunExecutionData } as unknown as IRun);
}
