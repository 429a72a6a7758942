/** A refusal as the service gives it. `message` goes out to the client as it is. */
export class ServiceError extends Error {
	constructor(
		readonly httpStatus: number,
		/** google.rpc.Code */
		readonly grpcCode: number,
		message: string,
	) {
		super(message);
	}
}

export function invalidArgument(message: string): ServiceError {
	return new ServiceError(400, 3, message);
}

export function unauthenticated(message: string): ServiceError {
	return new ServiceError(401, 16, message);
}

export function permissionDenied(message: string): ServiceError {
	return new ServiceError(403, 7, message);
}

export function notFound(message: string): ServiceError {
	return new ServiceError(404, 5, message);
}

export function quotaExceeded(message: string): ServiceError {
	return new ServiceError(429, 8, message);
}

export function internal(message: string): ServiceError {
	return new ServiceError(500, 13, message);
}
