import type { Clock } from './clock';
import { DueQueue } from './dueQueue';
import { nextPollDelayMs } from './pollSchedule';
import { Wait } from './wait';

/** What asking about an operation came to. */
export type PollAnswer<Value> =
	{ readonly isDone: false } | { readonly isDone: true; readonly value: Value };

export interface PollOptions {
	/** On the clock; the operation's age decides how often it is asked about. */
	readonly submittedAtMs: number;
	readonly signal: AbortSignal;
}

/** Answers whether to ask again. */
type Ask = () => Promise<boolean>;

interface Operation {
	readonly submittedAtMs: number;
	readonly ask: Ask;
}

/**
 * Asks about all open operations on one schedule and one timer. Each has one question open at most,
 * so however many there are, they queue for the poll quota once each.
 */
export class Poller {
	private readonly due = new DueQueue<Operation>();
	private readonly wait: Wait;
	private isServing = false;

	constructor(private readonly clock: Clock) {
		this.wait = new Wait(clock);
	}

	/**
	 * Polls until the answer is done, the first time after half a second. Rejects at once with the signal's reason, or with what `poll`
	 * rejected with; `poll` is not called again after either.
	 */
	async until<Value>(
		poll: () => Promise<PollAnswer<Value>>,
		{ submittedAtMs, signal }: PollOptions,
	): Promise<Value> {
		signal.throwIfAborted();
		return await new Promise((resolve, reject) => {
			const end = () => {
				signal.removeEventListener('abort', stop);
				this.remove(operation);
			};
			const stop = () => {
				end();
				reject(signal.reason);
			};
			const finish = (answer: PollAnswer<Value>) => {
				if (answer.isDone) {
					end();
					resolve(answer.value);
				}
				return !answer.isDone && !signal.aborted;
			};
			const fail = (error: unknown) => {
				end();
				reject(error);
				return false;
			};
			const operation = {
				submittedAtMs,
				ask: async () => await poll().then(finish, fail),
			};
			signal.addEventListener('abort', stop, { once: true });
			this.schedule(operation, 0);
		});
	}

	private schedule(operation: Operation, elapsedMs: number): void {
		this.due.add(operation, this.clock.now() + nextPollDelayMs(elapsedMs));
		if (this.isServing) this.wait.cutShort();
		else void this.serve();
	}

	private remove(operation: Operation): void {
		this.due.remove(operation);
		this.wait.cutShort();
	}

	private async serve(): Promise<void> {
		this.isServing = true;
		for (let at = this.due.earliestMs; at !== undefined; at = this.due.earliestMs) {
			const waitMs = at - this.clock.now();
			if (waitMs > 0) await this.wait.for(waitMs);
			for (const operation of this.due.takeDue(this.clock.now())) void this.ask(operation);
		}
		this.isServing = false;
	}

	private async ask(operation: Operation): Promise<void> {
		if (await operation.ask()) {
			this.schedule(operation, this.clock.now() - operation.submittedAtMs);
		}
	}
}
