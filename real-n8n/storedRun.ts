import type {
	IDataObject,
	INodeExecutionData,
	IRun,
	ITaskData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { CommandError } from './command';
import { freePort } from './freePort';
import { type Instance, n8nCommand, withSettings } from './instance';

/** What one execution left behind, as n8n's own command prints it. */
export class StoredRun {
	constructor(private readonly run: IRun) {}

	get status(): string {
		return this.run.status;
	}

	/** What came out of one of a node's outputs, counted from 0, over all its runs. */
	items(node: string, output = 0): readonly INodeExecutionData[] {
		return this.runsOf(node).flatMap(({ data }) => data?.main?.[output] ?? []);
	}

	json(node: string, output = 0): readonly IDataObject[] {
		return this.items(node, output).map((item) => item.json);
	}

	hints(node: string): readonly NodeExecutionHint[] {
		return this.runsOf(node).flatMap(({ hints }) => hints ?? []);
	}

	private runsOf(node: string): readonly ITaskData[] {
		return this.run.data.resultData.runData[node] ?? [];
	}
}

/** `n8n execute`: only for workflows with a manual start. Rejects if the execution failed. */
export async function execute(instance: Instance, workflowId: string): Promise<StoredRun> {
	const talking = withSettings(instance, {
		// n8n prints the data as one of its log lines, at this level.
		N8N_LOG_LEVEL: 'info',
		// Otherwise it fails on a machine where another n8n runs.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
	});
	const command = n8nCommand(talking, 'execute', `--id=${workflowId}`, '--rawOutput');
	const printed = await command.catch(printedBeforeCrash);
	const start = printed.search(/^\{$/m);
	if (start < 0) throw new Error(`n8n printed no data of the execution:\n${printed}`);
	return new StoredRun(JSON.parse(printed.slice(start)) as IRun);
}

/**
 * An n8n whose execution took only milliseconds crashes one time in five while it ends: seen with
 * 2.40.7. All data is printed by then.
 */
function printedBeforeCrash(error: unknown): string {
	if (error instanceof CommandError && error.signal === 'SIGSEGV') return error.printed;
	throw error;
}
