import { accountKey } from '../../../nodes/YandexVisionOcr/vision/iam/accountKey';
import { authorizationHeaders } from '../../../nodes/YandexVisionOcr/vision/iam/authorization';

const folderId = 'b1gfolder';

test.each([
	[
		'an API key',
		{ authentication: 'apiKey', apiKey: ' AQVN1 ' },
		{ Authorization: 'Api-Key AQVN1' },
	],
	[
		'an API key, whatever folder an earlier choice left behind',
		{ authentication: 'apiKey', apiKey: 'AQVN1', folderId },
		{ Authorization: 'Api-Key AQVN1' },
	],
	['a pasted header', { apiKey: 'Api-Key AQVN1' }, { Authorization: 'Api-Key AQVN1' }],
	[
		"a service account's token",
		{ authentication: 'iamToken', iamToken: 't1.a', folderId: '' },
		{ Authorization: 'Bearer t1.a' },
	],
	[
		"a user's token",
		{ authentication: 'iamToken', iamToken: 't1.a', folderId },
		{ Authorization: 'Bearer t1.a', 'x-folder-id': folderId },
	],
	[
		'a service account key, which has its own folder',
		{ authentication: 'serviceAccountKey', exchangedIamToken: 't1.b', folderId },
		{ Authorization: 'Bearer t1.b' },
	],
	[
		'an OAuth token',
		{ authentication: 'oauthToken', exchangedIamToken: 't1.b', folderId },
		{ Authorization: 'Bearer t1.b', 'x-folder-id': folderId },
	],
])('The headers of %s', (_what, credential, headers) => {
	expect(authorizationHeaders(credential)).toEqual({ ok: true, value: headers });
});

test.each([
	['an empty key', { apiKey: '' }],
	['a key with a line break', { apiKey: 'AQ\r\nX-Evil: 1' }],
	['a key in another alphabet', { apiKey: 'ключ' }],
	[
		'a folder with a line break',
		{ authentication: 'iamToken', iamToken: 't1.a', folderId: 'a\nb' },
	],
	['a token that was not exchanged yet', { authentication: 'serviceAccountKey' }],
])('%s signs nothing', (_what, credential) => {
	expect(authorizationHeaders(credential)).toMatchObject({
		ok: false,
		error: { code: 'CREDENTIAL_INCOMPLETE' },
	});
});

test('What is shared is shared by the same key at the same endpoint alone', () => {
	const credentials = [
		{ authentication: 'apiKey', apiKey: 'AQVN1' },
		{ authentication: 'apiKey', apiKey: 'AQVN2' },
		{ authentication: 'iamToken', iamToken: 'AQVN1' },
		{ authentication: 'apiKey', apiKey: 'AQVN1', ocrEndpoint: 'http://localhost:1' },
		{ authentication: 'serviceAccountKey', serviceAccountKey: '{}', iamEndpoint: 'http://[::1]' },
	];
	expect(new Set(credentials.map(accountKey)).size).toBe(credentials.length);
	expect(accountKey({ apiKey: 'AQVN1', folderId: 'a' })).toBe(accountKey(credentials[0] ?? {}));
	expect(accountKey({ apiKey: 'AQVN1' })).not.toContain('AQVN1');
});
