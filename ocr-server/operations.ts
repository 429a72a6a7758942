import { type Account, serviceId } from './auth/accounts';
import { NOT_READY } from './limits';
import { internal, notFound, permissionDenied, ServiceError } from './serviceError';

export interface Operation {
	readonly id: string;
	readonly ownerId: string;
	readonly createdAtMs: number;
	/** When its state becomes `done`; unknown while the recognition itself is still running. */
	doneAtMs: number | undefined;
	/** The answer's pages, each as the text of its line. */
	lines: readonly string[];
	error: ServiceError | undefined;
}

export interface OperationTimes {
	readonly jobMs: number;
	readonly notReadyMs: number;
	readonly keptMs: number;
}

const CANCELLED = new ServiceError(499, 1, 'Operation was cancelled');

/** All asynchronous recognitions of one server. The clock is handed in with each question. */
export class Operations {
	private readonly operations = new Map<string, Operation>();

	constructor(
		private readonly times: OperationTimes,
		private readonly now: () => number,
	) {}

	/** Starts an operation that ends with the lines `work` resolves with, or with its ServiceError. */
	submit(owner: Account, work: Promise<readonly string[]>): Operation {
		const operation: Operation = {
			id: serviceId('fbv'),
			ownerId: owner.id,
			createdAtMs: this.now(),
			doneAtMs: undefined,
			lines: [],
			error: undefined,
		};
		this.operations.set(operation.id, operation);
		void work.then(
			(lines) => this.finish(operation, lines, undefined),
			(error: unknown) => this.finish(operation, [], asServiceError(error)),
		);
		return operation;
	}

	/** Throws a ServiceError for an operation that is unknown, forgotten or somebody else's. */
	find(id: string, account: Account): Operation {
		const operation = this.operations.get(id);
		const forgottenAtMs = (operation?.doneAtMs ?? Infinity) + this.times.keptMs;
		if (operation === undefined || this.now() >= forgottenAtMs) {
			this.operations.delete(id);
			throw notFound(`operation ${JSON.stringify(id.slice(0, 50))} not found`);
		}
		if (operation.ownerId !== account.id) throw permissionDenied('Permission denied');
		return operation;
	}

	isDone(operation: Operation): boolean {
		return operation.doneAtMs !== undefined && this.now() >= operation.doneAtMs;
	}

	/** The result's lines. Throws a ServiceError: not ready, or the one the operation ended with. */
	result(operation: Operation): readonly string[] {
		const readyAtMs = (operation.doneAtMs ?? Infinity) + this.times.notReadyMs;
		if (this.now() < readyAtMs) throw notFound(NOT_READY);
		if (operation.error !== undefined) throw operation.error;
		return operation.lines;
	}

	/** Ends a running operation; one that is done stays as it is. */
	cancel(operation: Operation): void {
		if (this.isDone(operation)) return;
		operation.doneAtMs = this.now();
		operation.error = CANCELLED;
		operation.lines = [];
	}

	private finish(
		operation: Operation,
		lines: readonly string[],
		error: ServiceError | undefined,
	): void {
		if (operation.error !== undefined) return;
		operation.doneAtMs = Math.max(this.now(), operation.createdAtMs + this.times.jobMs);
		operation.lines = lines;
		operation.error = error;
	}
}

function asServiceError(error: unknown): ServiceError {
	return error instanceof ServiceError ? error : internal('recognition failed');
}
