import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { credentialTestRules } from '../nodes/YandexVisionOcr/vision/iam/credentialTest';
import { defaultEndpoints } from '../nodes/YandexVisionOcr/vision/endpoints';
import { signIn } from '../nodes/YandexVisionOcr/vision/iam/signIn';

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
					description: 'Of a service account. Lives long and needs nothing else: the simplest way.',
				},
				{
					name: 'IAM Token',
					value: 'iamToken',
					description: 'Good for a try: it ends after at most 12 hours',
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
				'What "yc iam create-token" prints. It ends after at most 12 hours and nothing renews it: for scheduled work take an API key.',
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
	];

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
