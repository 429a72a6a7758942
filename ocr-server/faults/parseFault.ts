import { ENDPOINTS, type Endpoint } from '../endpoint';
import { invalidArgument } from '../serviceError';
import type { Fault } from './fault';
import { FAULT_KINDS } from './table';

/** A fault from JSON. Throws a ServiceError for an unknown kind or endpoint. */
export function parseFault(value: unknown): Fault {
	if (typeof value !== 'object' || value === null) throw invalidArgument('a fault is an object');
	const { kind, on } = value as Readonly<Record<string, unknown>>;
	if (typeof kind !== 'string' || !FAULT_KINDS.includes(kind)) {
		throw invalidArgument(`unknown fault; there are: ${FAULT_KINDS.join(', ')}`);
	}
	for (const endpoint of [on ?? []].flat()) {
		if (!ENDPOINTS.includes(endpoint as Endpoint)) {
			throw invalidArgument(`unknown endpoint; there are: ${ENDPOINTS.join(', ')}`);
		}
	}
	return value as Fault;
}

/**
 * A fault as a flag says it: a status, or a kind, and what else there is after commas.
 * `429`, `status,status=503,on=sync,nth=2`, `slow,delayMs=500,every=3`, `pagesFailed,pages=1;4`.
 */
export function parseFaultFlag(text: string): Fault {
	const [kind = '', ...fields] = text.split(',');
	const start = /^\d{3}$/.test(kind) ? { kind: 'status', status: Number(kind) } : { kind };
	const entries = fields.map((field): [string, unknown] => {
		const [name = '', ...rest] = field.split('=');
		return [name, flagValue(name, rest.join('='))];
	});
	return parseFault({ ...start, ...Object.fromEntries(entries) });
}

function flagValue(name: string, text: string): unknown {
	if (name === 'pages' || text.includes(';')) return text.split(';').map(scalar);
	return name === 'retryAfter' ? text : scalar(text);
}

function scalar(text: string): unknown {
	if (text === 'true' || text === 'false') return text === 'true';
	return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
