import { stringify } from 'flatted';
import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRun,
	IRunData,
	ITaskData,
	NodeExecutionHint,
} from 'n8n-workflow';
import type { CredentialStore } from './credentialStore';

/** What one execution left behind, read by the names of the workflow's nodes. */
export class Execution {
	constructor(
		private readonly run: IRun,
		/** The credentials after the run, with the tokens that it stored. */
		readonly credentials: CredentialStore,
		/** What the package's nodes threw: `error` is the engine's copy, without the cause. */
		readonly thrown: readonly unknown[],
	) {}

	/** As n8n's server stores it: its engine once left executions that failed as running. */
	get status(): ExecutionStatus {
		const { status } = this.run;
		return status === 'running' && this.error !== undefined ? 'error' : status;
	}

	/** The error that ended the execution. */
	get error(): ExecutionError | undefined {
		return this.run.data.resultData.error;
	}

	get runData(): IRunData {
		return this.run.data.resultData.runData;
	}

	/** What came out of one of a node's outputs, counted from 0, over all its runs. */
	items(node: string, output = 0): INodeExecutionData[] {
		return this.runsOf(node).flatMap(({ data }) => data?.main?.[output] ?? []);
	}

	hints(node: string): NodeExecutionHint[] {
		return this.runsOf(node).flatMap(({ hints }) => hints ?? []);
	}

	/** The execution as n8n's database keeps it. */
	stored(): string {
		return stringify(this.run.data);
	}

	private runsOf(node: string): ITaskData[] {
		return this.runData[node] ?? [];
	}
}
