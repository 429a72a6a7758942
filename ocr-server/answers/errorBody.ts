import { STATUS_CODES } from 'node:http';

import type { ServiceError } from '../serviceError';

/** The OCR endpoints' gateway. */
export function wrappedErrorBody(error: ServiceError): string {
	return JSON.stringify({
		error: {
			grpcCode: error.grpcCode,
			httpCode: error.httpStatus,
			message: error.message,
			httpStatus: STATUS_CODES[error.httpStatus] ?? '',
			details: [],
		},
	});
}

/** google.rpc.Status, as the operation and IAM endpoints answer. */
export function statusErrorBody(error: ServiceError, requestId: string): string {
	return JSON.stringify({
		code: error.grpcCode,
		message: error.message,
		details: [{ '@type': 'type.googleapis.com/google.rpc.RequestInfo', requestId }],
	});
}
