import './logs';
import { Container } from '@n8n/di';
import type { ExecutionLifecycleHooks } from 'n8n-core';
import { ExternalSecretsProxy } from 'n8n-core';
import type { ICredentialsHelper, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

const baseUrl = 'http://127.0.0.1:5678';

interface Parts {
	readonly credentialsHelper: ICredentialsHelper;
	readonly hooks: ExecutionLifecycleHooks;
	readonly executionId: string;
}

/** What n8n's server hands to each execution; of its services only those that our nodes use. */
export function additionalDataOf(parts: Parts): IWorkflowExecuteAdditionalData {
	return {
		...parts,
		currentNodeExecutionIndex: 0,
		variables: {},
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		instanceBaseUrl: baseUrl,
		restApiUrl: `${baseUrl}/rest`,
		formBaseUrl: `${baseUrl}/form`,
		formWaitingBaseUrl: `${baseUrl}/form-waiting`,
		formTestBaseUrl: `${baseUrl}/form-test`,
		webhookBaseUrl: `${baseUrl}/webhook`,
		webhookWaitingBaseUrl: `${baseUrl}/webhook-waiting`,
		webhookTestBaseUrl: `${baseUrl}/webhook-test`,
		mcpBaseUrl: `${baseUrl}/mcp`,
		mcpTestBaseUrl: `${baseUrl}/mcp-test`,
		executeWorkflow: missing('Sub-workflows'),
		getRunExecutionData: missing('Stored executions'),
		getRuntimeCredential: missing('Runtime credentials'),
		startRunnerTask: missing('Task runners'),
		logAiEvent: () => {},
	};
}

function missing(service: string) {
	return async (): Promise<never> => {
		throw new Error(`${service} are not part of this engine`);
	};
}
