import type { KeyPair } from './auth/authorizedKey';
import type { AnswerStyle } from './answers/style';
import { DEFAULT_ANSWER_STYLE } from './answers/style';
import type { Fault } from './faults/fault';
import { SERVICE_LIMITS, type Limits } from './limits';
import { DEFAULT_STUB_OPTIONS, type StubOptions } from './recognizers/stub';

/** Accepted requests per second, for each account. */
export interface Quotas {
	readonly sync: number;
	readonly submit: number;
	readonly state: number;
	readonly result: number;
}

export interface OcrServerSettings {
	/** 0 takes a free port. */
	readonly port: number;
	/** A random one if left out. */
	readonly apiKey?: string;
	readonly folderId: string;
	readonly recognizer: 'tesseract' | 'stub';
	readonly stub: StubOptions;
	readonly quotas: Quotas;
	/** Sent as `Retry-After` with an exceeded quota; left out by default, as the service leaves it out. */
	readonly retryAfter?: string;
	readonly limits: Limits;
	/** How long an operation takes at least. */
	readonly jobSeconds: number;
	/** How long the result is still "not ready" after the operation is done. */
	readonly notReadySeconds: number;
	/** How long a result is kept. */
	readonly resultSeconds: number;
	/** Life of an IAM token. */
	readonly tokenSeconds: number;
	/** Of the service account; made when first asked for if left out. */
	readonly keyPair?: KeyPair;
	/** Models beside the service's own, which answer as `page` does. */
	readonly extraModels: readonly string[];
	readonly answers: AnswerStyle;
	readonly faults: readonly Fault[];
	/** Of everything random: faults with a probability. */
	readonly seed: number;
}

export type OcrServerOptions = Partial<
	Omit<OcrServerSettings, 'stub' | 'quotas' | 'limits' | 'answers'>
> & {
	readonly stub?: Partial<StubOptions>;
	readonly quotas?: Partial<Quotas>;
	readonly limits?: Partial<Limits>;
	readonly answers?: Partial<AnswerStyle>;
};

export const SERVICE_QUOTAS: Quotas = { sync: 1, submit: 10, state: 50, result: 50 };

const DEFAULTS: OcrServerSettings = {
	port: 0,
	folderId: 'b1glocalocrserver000',
	recognizer: 'stub',
	stub: DEFAULT_STUB_OPTIONS,
	quotas: SERVICE_QUOTAS,
	limits: SERVICE_LIMITS,
	jobSeconds: 0.2,
	notReadySeconds: 0.05,
	resultSeconds: 3 * 24 * 3600,
	tokenSeconds: 12 * 3600,
	extraModels: [],
	answers: DEFAULT_ANSWER_STYLE,
	faults: [],
	seed: 1,
};

export function settle(options: OcrServerOptions): OcrServerSettings {
	return {
		...DEFAULTS,
		...options,
		stub: { ...DEFAULTS.stub, ...options.stub },
		quotas: { ...DEFAULTS.quotas, ...options.quotas },
		limits: { ...DEFAULTS.limits, ...options.limits },
		answers: { ...DEFAULTS.answers, ...options.answers },
	};
}
