import type { ServiceError } from '../serviceError';
import type { Operation } from '../operations';

/** An operation as the service prints it; `done` is for the moment of the question. */
export function wireOperation(operation: Operation, done: boolean): object {
	const createdAt = new Date(operation.createdAtMs).toISOString();
	const common = {
		id: operation.id,
		description: 'Recognize text',
		createdAt,
		createdBy: operation.ownerId,
		modifiedAt: done ? new Date(operation.doneAtMs ?? 0).toISOString() : createdAt,
		done,
		metadata: null,
	};
	if (!done) return common;
	if (operation.error !== undefined) return { ...common, error: wireStatus(operation.error) };
	return { ...common, response: { '@type': 'type.googleapis.com/google.protobuf.Empty' } };
}

function wireStatus(error: ServiceError): object {
	return { code: error.grpcCode, message: error.message, details: [] };
}
