import { failed, ok, type Problem, type Result } from '../problem';
import { isConfidential, parseUrl, type Endpoints } from './endpoints';

/** Yandex Cloud's own domains: where its keys are of use, and known to everybody who issues them. */
const providerDomains = ['cloud.yandex.net', 'yandexcloud.net', 'yandexcloud.kz'];

/**
 * Whether a request may carry the credential's key. Workflows of people who may use a credential,
 * but not read it, also run it in n8n's HTTP Request node: without this, one request to a host of
 * their own would show them the key.
 */
export function mayCarryKey(requestUrl: string, endpoints: Endpoints): Result<true> {
	const url = parseUrl(requestUrl);
	if (url === undefined) return failed(refusal('an address that is not a URL'));
	if (!isConfidential(url)) return failed(refusal('an address without https'));
	const configured = Object.values(endpoints).some((base) => new URL(base).origin === url.origin);
	return configured || isProviders(url) ? ok(true) : failed(refusal(`the host ${url.host}`));
}

function isProviders(url: URL): boolean {
	return (
		url.protocol === 'https:' &&
		url.port === '' &&
		providerDomains.some((domain) => url.hostname.endsWith(`.${domain}`))
	);
}

function refusal(target: string): Problem {
	return {
		code: 'KEY_WITHHELD',
		message: `The Yandex key was not sent to ${target}.`,
		hint: 'This credential sends its key only over https, only to hosts of Yandex Cloud and to the endpoints set in the credential.',
		retryable: false,
	};
}
