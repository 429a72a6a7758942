import './home';
import { randomUUID } from 'node:crypto';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type { INode, IWorkflowBase } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { additionalDataOf } from './additionalData';
import type { BinaryMode } from './binaryData';
import { useBinaryMode } from './binaryData';
import type { CredentialData } from './credentialStore';
import { CredentialStore } from './credentialStore';
import { EngineCredentialsHelper } from './credentialsHelper';
import { Execution } from './execution';
import type { NodesByType } from './nodeTypes';
import { nodeTypesOf } from './nodeTypes';
import { packageUnderTest } from './packageUnderTest';
import type { WorkflowJson } from './workflowJson';
import { withCredentialsChosen } from './workflowJson';

export interface RunOptions {
	readonly workflow: WorkflowJson;
	/** By credential type; a store when several executions share it. */
	readonly credentials?: Readonly<Record<string, CredentialData>> | CredentialStore;
	/** Nodes that the workflow uses beside the package's and the stand-ins. */
	readonly nodes?: NodesByType;
	readonly binaryMode?: BinaryMode;
	/** Aborting it is what "Stop Execution" does in the editor. */
	readonly signal?: AbortSignal;
	readonly onNodeStarted?: (name: string) => void;
}

/** Runs a workflow in n8n's own engine, without its server, with the package as built in `dist`. */
export async function runWorkflow(options: RunOptions): Promise<Execution> {
	await useBinaryMode(options.binaryMode ?? 'default');
	const loader = await packageUnderTest();
	const thrown: unknown[] = [];
	const nodeTypes = nodeTypesOf(loader, options.nodes ?? {}, (error) => thrown.push(error));
	const store = storeOf(options.credentials ?? {});
	const nodes = withCredentialsChosen(options.workflow, store, nodeTypes);

	const executionId = randomUUID();
	const base = workflowBase(options.workflow, nodes);
	const hooks = new ExecutionLifecycleHooks('manual', executionId, base);
	hooks.addHandler('nodeExecuteBefore', (name) => options.onNodeStarted?.(name));
	const credentialsHelper = new EngineCredentialsHelper(loader, store);

	const engine = new WorkflowExecute(
		additionalDataOf({ credentialsHelper, hooks, executionId }),
		'manual',
	);
	const execution = start(engine, new Workflow({ ...base, nodeTypes }));
	const stop = () => execution.cancel();
	if (options.signal?.aborted === true) stop();
	options.signal?.addEventListener('abort', stop, { once: true });
	try {
		return new Execution(await execution, store, thrown);
	} finally {
		options.signal?.removeEventListener('abort', stop);
	}
}

/** Of n8n 1: it takes the workflow itself, and more arguments after it. */
interface OlderEngine {
	run(workflow: Workflow): ReturnType<WorkflowExecute['run']>;
}

function start(engine: WorkflowExecute, workflow: Workflow): ReturnType<WorkflowExecute['run']> {
	if (engine.run.length === 1) return engine.run({ workflow });
	return (engine as unknown as OlderEngine).run(workflow);
}

function storeOf(credentials: NonNullable<RunOptions['credentials']>): CredentialStore {
	return credentials instanceof CredentialStore ? credentials : new CredentialStore(credentials);
}

function workflowBase({ name, connections, settings }: WorkflowJson, nodes: INode[]) {
	return {
		id: randomUUID(),
		name: name ?? 'Test',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes,
		connections,
		settings: { executionOrder: 'v1', ...settings },
	} satisfies IWorkflowBase;
}
