import type { IExecuteFunctions } from 'n8n-workflow';
import { limits } from './documents/limits';
import { abortable } from './pacing/abortable';
import type { Clock } from './pacing/clock';
import { startDeadline, type Deadline } from './pacing/deadline';
import { failed, ok, type Problem, type Result } from './problem';
import { bodyChunks, discardBody } from './vision/body';
import { connectionFailure, SSRF } from './vision/connectionFailure';

/** What bounds a download. */
export interface DownloadBounds {
	readonly clock: Clock;
	/** For the whole download. */
	readonly timeoutMs: number;
	/** The execution's end. */
	readonly within: Deadline;
}

/** How long a server may keep silent while a file is downloaded. */
const IDLE_TIMEOUT_MS = 30_000;

interface DownloadReply {
	readonly body?: unknown;
	readonly statusCode?: number;
	readonly headers?: Readonly<Record<string, unknown>>;
}

/**
 * Downloads a file through n8n's helper, so that its proxy and SSRF settings hold, and stops when it
 * gets larger than the service takes. No credential goes along; redirects are followed.
 */
export async function download(
	context: IExecuteFunctions,
	address: string,
	{ clock, timeoutMs, within }: DownloadBounds,
): Promise<Result<Buffer>> {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
		return failed(notAnAddress());
	}
	const deadline = startDeadline(clock, timeoutMs, within);
	const { signal } = deadline;
	try {
		return await abortable(fetchFile(context, url, signal), signal);
	} catch (error) {
		return failed(signal.aborted ? tooSlow(url.host, timeoutMs) : notReached(url.host, error));
	} finally {
		deadline.dispose();
	}
}

async function fetchFile(
	context: IExecuteFunctions,
	url: URL,
	signal: AbortSignal,
): Promise<Result<Buffer>> {
	const reply = (await context.helpers.httpRequest({
		method: 'GET',
		url: url.href,
		timeout: IDLE_TIMEOUT_MS,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'stream',
		abortSignal: signal,
	})) as DownloadReply;
	const status = reply.statusCode ?? 0;
	if (status >= 200 && status < 300) return await readCapped(reply.body);
	discardBody(reply.body);
	return failed(notDelivered(url.host, status));
}

/** The bytes as they arrive, until there are more than the service takes. */
async function readCapped(body: unknown): Promise<Result<Buffer>> {
	const parts: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const part of bodyChunks(body)) {
			bytes += part.length;
			if (bytes > limits.maxFileBytes) return failed(tooLarge());
			parts.push(part);
		}
	} finally {
		discardBody(body);
	}
	return ok(Buffer.concat(parts, bytes));
}

const CHECK_URL = 'Open the address in a browser, and check the expression in URL.';

function notAnAddress(): Problem {
	return {
		code: 'INVALID_URL',
		message: 'The parameter “URL” is not an address that starts with https:// or http://.',
		hint: CHECK_URL,
		retryable: false,
	};
}

function notDelivered(host: string, status: number): Problem {
	return {
		code: 'DOWNLOAD_FAILED',
		message: `The server ${host} did not deliver the file (HTTP ${status}).`,
		hint: CHECK_URL,
		retryable: status === 429 || status >= 500,
		httpStatus: status,
	};
}

function tooLarge(): Problem {
	return {
		code: 'FILE_TOO_LARGE',
		message: `The file at the address has more than ${limits.maxFileBytes} bytes (10 MB), which is what the service takes. The download was stopped.`,
		hint: 'Use a smaller file: fewer pixels for a picture, fewer pages for a PDF.',
		retryable: false,
	};
}

function tooSlow(host: string, timeoutMs: number): Problem {
	return {
		code: 'DOWNLOAD_FAILED',
		message: `The server ${host} did not deliver the file within ${Math.round(timeoutMs / 1000)} seconds; the download timed out.`,
		hint: 'Run the file again, or raise Request Timeout in the options.',
		retryable: true,
	};
}

function notReached(host: string, error: unknown): Problem {
	const failure = connectionFailure(error);
	const code = 'code' in failure ? failure.code : undefined;
	const isPrivate = code === SSRF;
	return {
		code: 'DOWNLOAD_FAILED',
		message: isPrivate
			? `n8n's SSRF protection refuses the address: ${host} is in a private network, or leads there.`
			: `The file could not be downloaded from ${host}${code === undefined ? '' : ` (${code})`}.`,
		hint: isPrivate
			? 'Use a public address, or have the administrator of n8n allow this one (N8N_SSRF_ALLOWED_HOSTNAMES, N8N_SSRF_ALLOWED_IP_RANGES).'
			: CHECK_URL,
		retryable: failure.kind === 'broken' || failure.kind === 'notSent',
	};
}
