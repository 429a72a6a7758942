/**
 * What an error answer means for sending again. The whole policy stands in two tables, by gRPC code and
 * by HTTP status; the wording of a message decides nothing here.
 * Source: the service's error codes and what EVIDENCE of other clients shows (docs/decisions/0011).
 */
export type StatusClass =
	/** The quota, or a service that is down: nothing was accepted; wait and send again. */
	| 'refused'
	/** Failed on the way or inside: a file may have been accepted, a read may simply be repeated. */
	| 'unsure'
	/** Something else is under way there: as unsure, but a read may be answered so each time. */
	| 'conflict'
	/** The token or key is not taken; a fresh token may be. */
	| 'unauthorized'
	/** The same request will fail each time. */
	| 'permanent';

const byGrpcCode: Readonly<Record<number, StatusClass>> = {
	1: 'permanent', // CANCELLED
	2: 'unsure', // UNKNOWN
	3: 'permanent', // INVALID_ARGUMENT
	4: 'unsure', // DEADLINE_EXCEEDED
	5: 'permanent', // NOT_FOUND
	6: 'permanent', // ALREADY_EXISTS
	7: 'permanent', // PERMISSION_DENIED
	8: 'refused', // RESOURCE_EXHAUSTED
	9: 'permanent', // FAILED_PRECONDITION
	10: 'conflict', // ABORTED
	11: 'permanent', // OUT_OF_RANGE
	12: 'permanent', // UNIMPLEMENTED
	13: 'unsure', // INTERNAL
	14: 'refused', // UNAVAILABLE
	15: 'permanent', // DATA_LOSS
	16: 'unauthorized', // UNAUTHENTICATED
};

const byHttpStatus: Readonly<Record<number, StatusClass>> = {
	401: 'unauthorized',
	408: 'unsure',
	409: 'conflict',
	425: 'refused',
	429: 'refused',
	500: 'unsure',
	501: 'permanent',
	502: 'unsure',
	503: 'refused',
	504: 'unsure',
};

/**
 * @param status the HTTP status, 300 or above
 * @param grpcCode the code in the body, where there was one; it is the more exact of the two
 */
export function classifyStatus(status: number, grpcCode: number | undefined): StatusClass {
	const known = grpcCode === undefined ? undefined : byGrpcCode[grpcCode];
	return known ?? byHttpStatus[status] ?? (status >= 500 ? 'unsure' : 'permanent');
}
