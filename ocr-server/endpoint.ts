/** The calls of the service, by what they do. */
export const ENDPOINTS = ['sync', 'submit', 'result', 'state', 'cancel', 'tokens'] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/** A number per endpoint, all zero. */
export function countPerEndpoint(): Record<Endpoint, number> {
	return { sync: 0, submit: 0, result: 0, state: 0, cancel: 0, tokens: 0 };
}
