import { RoutingNode } from 'n8n-core';
import type { INodeType } from 'n8n-workflow';
import { YandexVisionOcrApi } from '../../../credentials/YandexVisionOcrApi.credentials';
import type { CredentialData } from '../engine/credentialStore';
import { CredentialStore } from '../engine/credentialStore';
import { credentialType } from './credentialUnderTest';
import { description, nodeContext } from './nodeContext';

const SUCCESS = 'Connection successful!';

interface FailedTest {
	readonly message: string;
	readonly cause?: {
		readonly code?: string;
		readonly response?: { readonly status: number; readonly statusText: string };
	};
}

/**
 * What the button of the credential's form says: the test request through n8n-core's RoutingNode, and
 * of its outcome what n8n's own server makes (packages/cli/src/services/credentials-tester.service.ts).
 */
export async function testCredential(data: CredentialData): Promise<string> {
	const { test } = new YandexVisionOcrApi();
	// As n8n does it: a test always asks for a token, as an empty one makes our stand-in do.
	const store = new CredentialStore({ [credentialType]: { ...data, exchangedIamToken: '' } });
	const context = nodeContext(store);
	const nodeType: INodeType = {
		description: {
			...description,
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
	const decrypted = await context.getCredentials(credentialType, 0);
	try {
		const routing = new RoutingNode(context, nodeType, {
			id: '1',
			name: 'Test',
			type: credentialType,
			data: decrypted,
		});
		const answer = (await routing.runNode())?.[0]?.[0]?.json;
		const rule = test.rules?.find(
			({ type, properties }) =>
				type === 'responseSuccessBody' && valueAt(answer, properties.key) === properties.value,
		);
		return rule?.properties.message ?? SUCCESS;
	} catch (error) {
		const { cause, message } = error as FailedTest;
		return cause?.response?.statusText ?? cause?.code ?? message;
	}
}

/** As lodash's `get`, which n8n uses: a text has a length and characters by number. */
function valueAt(answer: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				value === undefined || value === null
					? undefined
					: (Object(value) as Record<string, unknown>)[key],
			answer,
		);
}
