import type { PackageDirectoryLoader } from 'n8n-core';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers } from 'n8n-workflow';
import type { CredentialStore } from './credentialStore';

/**
 * Does what n8n's own CredentialsHelper (packages/cli/src/credentials-helper.ts) does, with the
 * store in place of the database and without licence, overwrites and external secrets.
 */
export class EngineCredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly loader: PackageDirectoryLoader,
		private readonly store: CredentialStore,
	) {
		super();
	}

	getParentTypes(type: string): string[] {
		return this.typeOf(type).extends ?? [];
	}

	isCredentialUsableByNode(type: string, nodeType: string): boolean {
		const { restrictToSupportedNodes, supportedNodes } = this.typeOf(type);
		return restrictToSupportedNodes !== true || (supportedNodes ?? []).includes(nodeType);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.typeOf(type).properties;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_credential: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const properties = this.getCredentialsProperties(type);
		const stored = this.store.read(type) as Parameters<typeof NodeHelpers.getNodeParameters>[1];
		const withDefaults = NodeHelpers.getNodeParameters(properties, stored, true, false, null, null);
		return (withDefaults ?? {}) as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(type);
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		if (authenticate === undefined) return request;
		return authenticateGenerically(authenticate, (text) =>
			resolveExpression(text, credentials, workflow, node),
		)(request);
	}

	/** Gets a new token when there is none or it has expired, and stores what comes back. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties } = this.typeOf(type);
		const token = properties.find(
			({ type: kind, typeOptions }) => kind === 'hidden' && typeOptions?.expirable === true,
		);
		if (token === undefined) return undefined;
		if (credentials[token.name] !== '' && !credentialsExpired) return undefined;

		const output = await this.runPreAuthentication(helpers, credentials, type);
		if (output?.[token.name] === undefined) return undefined;
		this.store.write(type, { ...this.store.read(type), ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { preAuthentication } = this.typeOf(type);
		const output = await preAuthentication?.call(helpers, credentials);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('Stored credentials are read with getDecrypted in this engine');
	}

	async updateCredentials(
		_credential: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store.write(type, data);
	}

	async updateCredentialsOauthTokenData(): Promise<never> {
		throw new Error('There are no OAuth2 credentials in this engine');
	}

	private typeOf(type: string): ICredentialType {
		return this.loader.getCredential(type).type;
	}
}

function authenticateGenerically(
	{ properties }: IAuthenticateGeneric,
	resolve: (text: string) => string,
) {
	return (request: IHttpRequestOptions): IHttpRequestOptions => {
		const resolved = Object.entries(properties).map(([part, values]) => {
			const existing = request[part as keyof IHttpRequestOptions];
			const added = Object.entries(values as Record<string, string>).map(([name, value]) => [
				resolve(name),
				resolve(value),
			]);
			return [part, { ...(existing as object | undefined), ...Object.fromEntries(added) }];
		});
		return Object.assign(request, Object.fromEntries(resolved));
	};
}

function resolveExpression(
	text: string,
	credentials: ICredentialDataDecryptedObject,
	workflow: Workflow,
	node: INode,
): string {
	if (!text.startsWith('=')) return text;
	const keys = { $credentials: credentials as never };
	const value = workflow.expression.getSimpleParameterValue(node, text, 'internal', keys);
	return String(value ?? '');
}
