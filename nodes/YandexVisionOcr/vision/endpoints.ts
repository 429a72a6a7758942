import { failed, ok, type Problem, type Result } from '../problem';

/** Where the service is reached: checked base URLs without a trailing slash. */
export interface Endpoints {
	readonly ocr: string;
	readonly operation: string;
	readonly iam: string;
}

/** The names that saved credentials hold, with the service's own hosts. */
export const defaultEndpoints = {
	ocrEndpoint: 'https://ocr.api.cloud.yandex.net',
	operationEndpoint: 'https://operation.api.cloud.yandex.net',
	iamEndpoint: 'https://iam.api.cloud.yandex.net',
} as const;

const labels = {
	ocrEndpoint: 'OCR Endpoint',
	operationEndpoint: 'Operation Endpoint',
	iamEndpoint: 'IAM Endpoint',
} as const;

type EndpointName = keyof typeof defaultEndpoints;

/** The three endpoints of a credential; a field left empty means the service's own host. */
export function readEndpoints(credential: Readonly<Record<string, unknown>>): Result<Endpoints> {
	const ocr = readEndpoint(credential, 'ocrEndpoint');
	if (!ocr.ok) return ocr;
	const operation = readEndpoint(credential, 'operationEndpoint');
	if (!operation.ok) return operation;
	const iam = readEndpoint(credential, 'iamEndpoint');
	if (!iam.ok) return iam;
	return ok({ ocr: ocr.value, operation: operation.value, iam: iam.value });
}

function readEndpoint(
	credential: Readonly<Record<string, unknown>>,
	name: EndpointName,
): Result<string> {
	const given = credential[name];
	const text = typeof given === 'string' ? given.trim() : '';
	const checked = checkEndpoint(text === '' ? defaultEndpoints[name] : text);
	return checked.ok ? checked : failed(badEndpoint(labels[name], checked.error));
}

/** A base URL that may be sent a key, without its trailing slashes; or what is wrong with it. */
export function checkEndpoint(text: string): Result<string, string> {
	const url = parseUrl(text);
	if (url === undefined) return failed('is not a URL');
	if (url.username !== '' || url.password !== '') {
		return failed('has a user name or password in it');
	}
	if (text.includes('?') || text.includes('#')) return failed('has a query or a fragment in it');
	if (!isConfidential(url)) {
		return failed(
			'is neither https nor plain http to this machine (localhost, 127.0.0.1 or [::1])',
		);
	}
	return ok((url.origin + url.pathname).replace(/\/$/, ''));
}

/** Whether a key sent there can be read by nobody in between: https, or this very machine. */
export function isConfidential(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** The URL parser has already turned every spelling of an IPv4 address (0x7f.1, 2130706433) into four numbers. */
function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

export function parseUrl(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}

function badEndpoint(label: string, reason: string): Problem {
	return {
		code: 'ENDPOINT_REFUSED',
		message: `The credential's ${label} ${reason}.`,
		hint: 'Use an https address such as https://ocr.api.cloud.yandex.net, or plain http only for a server on this machine. Empty the field to use the service itself.',
		retryable: false,
	};
}
