import { checkEndpoint, readEndpoints } from '../../nodes/YandexVisionOcr/vision/endpoints';
import { mayCarryKey } from '../../nodes/YandexVisionOcr/vision/keyTarget';

test('Empty fields mean the service itself', () => {
	expect(readEndpoints({ ocrEndpoint: '  ' })).toEqual({
		ok: true,
		value: {
			ocr: 'https://ocr.api.cloud.yandex.net',
			operation: 'https://operation.api.cloud.yandex.net',
			iam: 'https://iam.api.cloud.yandex.net',
		},
	});
});

test.each([
	['https://ocr.example/', 'https://ocr.example'],
	['https://ocr.example:8443/yandex/', 'https://ocr.example:8443/yandex'],
	['http://localhost:3000', 'http://localhost:3000'],
	['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
	['http://127.8.9.10', 'http://127.8.9.10'],
	['http://0x7f.1:80', 'http://127.0.0.1'],
	['http://[::1]:3000', 'http://[::1]:3000'],
	['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
])('%s may be an endpoint', (given, endpoint) => {
	expect(checkEndpoint(given)).toEqual({ ok: true, value: endpoint });
});

test.each([
	['http://ocr.example', /neither https/],
	['http://128.0.0.1', /neither https/],
	['http://127.0.0.1.evil.example', /neither https/],
	['http://localhost.evil.example', /neither https/],
	['http://[::2]', /neither https/],
	['http://0.0.0.0', /neither https/],
	['ftp://ocr.example', /neither https/],
	['file:///etc/passwd', /neither https/],
	['javascript:alert(1)', /neither https/],
	['https://user@ocr.example', /user name or password/],
	['https://:secret@ocr.example', /user name or password/],
	['https://ocr.example?x=1', /query or a fragment/],
	['https://ocr.example/?', /query or a fragment/],
	['https://ocr.example#x', /query or a fragment/],
	['ocr.example', /not a URL/],
	['https://', /not a URL/],
])('%s is refused as an endpoint', (given, words) => {
	const checked = checkEndpoint(given);
	expect(checked.ok ? 'taken' : checked.error).toMatch(words);
});

test('A refused endpoint is named as in the form', () => {
	const endpoints = readEndpoints({ iamEndpoint: 'http://iam.example' });
	expect(endpoints.ok ? 'taken' : endpoints.error.message).toMatch(
		/^The credential's IAM Endpoint/,
	);
});

const endpoints = readEndpoints({ ocrEndpoint: 'http://127.0.0.1:3000/ocr' });
if (!endpoints.ok) throw new Error(endpoints.error.message);

test.each([
	['http://127.0.0.1:3000/anything', true],
	['https://iam.api.cloud.yandex.net/iam/v1/tokens', true],
	['https://translate.api.cloud.yandex.net/translate/v2/translate', true],
	['https://storage.yandexcloud.net/bucket', true],
	['http://127.0.0.1:3001/', false],
	['http://ocr.api.cloud.yandex.net/', false],
	['https://ocr.api.cloud.yandex.net:8443/', false],
	['https://evil.example/?ocr.api.cloud.yandex.net', false],
	['https://ocr.api.cloud.yandex.net.evil.example/', false],
	['https://ocr.api.cloud.yandex.net@evil.example/', false],
	['https://evilcloud.yandex.net/', false],
	['//ocr.api.cloud.yandex.net', false],
	['', false],
])('Whether a request to %s may carry the key: %s', (url, allowed) => {
	expect(mayCarryKey(url, endpoints.value).ok).toBe(allowed);
});
