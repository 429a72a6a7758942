import type { INodeProperties } from 'n8n-workflow';
import { SENDING, showFor } from './operations';

/** Where the file comes from. */
export const input: INodeProperties[] = [
	{
		displayName: 'Input Source',
		name: 'inputSource',
		type: 'options',
		displayOptions: showFor(SENDING),
		options: [
			{
				name: 'Base64 Text',
				value: 'base64',
				description: 'The file as base64 text or as a data URL, as APIs hand files over',
			},
			{
				name: 'Binary File',
				value: 'binary',
				description: 'Files of an earlier step: attachments, uploads, downloads',
			},
			{
				name: 'URL',
				value: 'url',
				description: 'A public address that n8n downloads the file from',
			},
		],
		default: 'binary',
		description: 'Where the file to recognize comes from',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		displayOptions: showFor(SENDING, { inputSource: ['binary'] }),
		default: 'data',
		required: true,
		placeholder: 'e.g. data, attachment_*',
		hint: 'JPEG, PNG or PDF, up to 10 MB, 20 megapixels, 200 pages',
		description:
			'Name of the input field that holds the file. Several names: <code>data, scan</code>. All attachments of an e-mail: <code>attachment_*</code>. All files: <code>*</code>.',
	},
	{
		displayName: 'File as Base64',
		name: 'base64',
		type: 'string',
		displayOptions: showFor(SENDING, { inputSource: ['base64'] }),
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.content }}',
		hint: 'JPEG, PNG or PDF, up to 10 MB, 20 megapixels, 200 pages',
		description: 'The content of the file, encoded as base64. A data URL works as well.',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		displayOptions: showFor(SENDING, { inputSource: ['url'] }),
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/invoice.pdf',
		hint: 'JPEG, PNG or PDF, up to 10 MB, 20 megapixels, 200 pages',
		description: 'Address of the file, starting with https:// or http://',
	},
];
