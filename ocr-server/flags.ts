import { parseArgs } from 'node:util';

import { parseFaultFlag } from './faults/parseFault';
import { SERVICE_QUOTAS, type OcrServerOptions } from './options';

const FLAGS = {
	port: { type: 'string', text: 'port to listen on, 0 for a free one (8620)' },
	'api-key': { type: 'string', text: 'the API key to accept (a random one)' },
	recognizer: { type: 'string', text: 'tesseract (default) or stub, which invents words' },
	'sync-quota': { type: 'string', text: 'synchronous requests per second (1)' },
	'async-quota': { type: 'string', text: 'submissions per second (10)' },
	'state-quota': { type: 'string', text: 'operation state requests per second (50)' },
	'result-quota': { type: 'string', text: 'result requests per second (50)' },
	'retry-after': { type: 'string', text: 'Retry-After to send with an exceeded quota (none)' },
	'job-seconds': { type: 'string', text: 'how long an operation takes at least (2)' },
	'token-seconds': { type: 'string', text: 'life of an IAM token (43200)' },
	fault: { type: 'string', multiple: true, text: 'a fault, as README.md says; may be repeated' },
	json: { type: 'boolean', text: 'print address and secrets as one line of JSON, for scripts' },
	help: { type: 'boolean', text: 'print this' },
} as const;

export interface Command {
	readonly options: OcrServerOptions;
	readonly json: boolean;
	readonly help: boolean;
}

export const HELP = [
	'npm run ocr-server -- [flags]',
	...Object.entries(FLAGS).map(([name, { text }]) => `  --${name.padEnd(14)} ${text}`),
	'It listens on 127.0.0.1 only.',
].join('\n');

/** Throws an Error that says which flag is wrong. */
export function parseFlags(args: readonly string[]): Command {
	const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true });
	const recognizer = values.recognizer ?? 'tesseract';
	if (recognizer !== 'tesseract' && recognizer !== 'stub') {
		throw new Error('--recognizer is tesseract or stub');
	}
	const number = (name: NumberFlag, preset: number) => parseNumber(name, values[name], preset);
	return {
		json: values.json ?? false,
		help: values.help ?? false,
		options: {
			port: number('port', 8620),
			recognizer,
			...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
			...(values['retry-after'] === undefined ? {} : { retryAfter: values['retry-after'] }),
			quotas: {
				sync: number('sync-quota', SERVICE_QUOTAS.sync),
				submit: number('async-quota', SERVICE_QUOTAS.submit),
				state: number('state-quota', SERVICE_QUOTAS.state),
				result: number('result-quota', SERVICE_QUOTAS.result),
			},
			jobSeconds: number('job-seconds', 2),
			tokenSeconds: number('token-seconds', 12 * 3600),
			faults: (values.fault ?? []).map(parseFaultFlag),
		},
	};
}

type NumberFlag =
	'port' | 'job-seconds' | 'token-seconds' | `${'sync' | 'async' | 'state' | 'result'}-quota`;

function parseNumber(name: NumberFlag, text: string | undefined, preset: number): number {
	const value = text === undefined ? preset : Number(text);
	const least = name.endsWith('-quota') ? Number.MIN_VALUE : 0;
	if (text === '' || !Number.isFinite(value) || value < least) {
		throw new Error(`--${name} must be a number${least > 0 ? ' above 0' : ' of at least 0'}`);
	}
	return value;
}
