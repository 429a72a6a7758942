/** An error as the service words it, from either shape of its error bodies. */
export interface ServiceError {
	/** google.rpc.Code, 1 to 16. */
	readonly grpcCode?: number;
	/** The service's words, unredacted: see `redact` before showing them. */
	readonly message?: string;
}

/**
 * Reads `{"error": {"grpcCode", "message", …}}` and `{"code", "message", …}`; empty for a body that is
 * neither, such as a proxy's HTML page.
 */
export function readServiceError(body: unknown): ServiceError {
	const outer = asObject(body);
	if (outer === undefined) return {};
	const inner = asObject(own(outer, 'error')) ?? outer;
	const code = [own(inner, 'grpcCode'), own(inner, 'grpc_code'), own(inner, 'code')].find(isCode);
	const message = own(inner, 'message');
	return {
		...(code === undefined ? {} : { grpcCode: code }),
		...(typeof message === 'string' && message !== '' ? { message } : {}),
	};
}

export function parseServiceError(text: string): ServiceError {
	try {
		return readServiceError(JSON.parse(text));
	} catch {
		return {};
	}
}

function isCode(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 16;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	return value as Readonly<Record<string, unknown>>;
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}
