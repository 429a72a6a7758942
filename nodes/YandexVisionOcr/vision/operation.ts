import { ok, type Result } from '../problem';
import { readOperationId, type OperationId } from './operationId';
import { readServiceError, type ServiceError } from './serviceError';

/** An asynchronous recognition as the service describes it. */
export interface OperationState {
	readonly id: OperationId;
	readonly done: boolean;
	/** Why it ended without a result. */
	readonly error?: ServiceError;
}

/** Reads an Operation; some answers wrap it in `operation`. */
export function readOperationState(value: object): Result<OperationState> {
	const outer = value as Readonly<Record<string, unknown>>;
	const inner = isObject(outer.operation) ? outer.operation : outer;
	const { done, error } = inner;
	const id = readOperationId(inner.id);
	if (!id.ok) return id;
	return ok({
		id: id.value,
		done: done === true,
		...(isObject(error) ? { error: readServiceError(error) } : {}),
	});
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
