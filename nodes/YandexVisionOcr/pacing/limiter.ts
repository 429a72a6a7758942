import { Cadence } from './cadence';
import type { Clock } from './clock';
import { FairQueue } from './fairQueue';
import type { Sent } from './sentLog';
import { Wait } from './wait';

/** The place of one execution in a queue that it shares with others. */
export interface Lane {
	/**
	 * Waits for this lane's turn and starts the request. `start` must send at once: prepare the body
	 * before. Rejects with the signal's reason when `signal` aborts before the start; never after.
	 */
	send<Value>(start: () => Promise<Value>, signal?: AbortSignal): Promise<Value>;
	/**
	 * As `send`, but before all that wait: for a request that had its turn and has to go once more for
	 * a reason that does not last, such as a fresh token.
	 */
	sendAgain<Value>(start: () => Promise<Value>, signal?: AbortSignal): Promise<Value>;
	/** Milliseconds until a request that joins now would be started. */
	estimateWaitMs(): number;
	/** Takes turns with this one as one, for requests that go one after the other. */
	own(): Lane;
	/**
	 * Counts a request in every lane's estimate that will join after some reading and writing: files
	 * that are planned at the same moment must see each other. The lane handed back takes the announced
	 * place with its first `send`; `release` gives it up.
	 */
	announce(): { readonly lane: Lane; release(): void };
	/** The service took a request. */
	accepted(): void;
	/**
	 * The service answered that the quota is used up, to what this lane sent last: holds the whole queue
	 * back.
	 */
	refused(hintMs?: number): void;
}

export interface LimiterOptions {
	readonly clock: Clock;
	/** 0 ≤ x < 1. */
	readonly random: () => number;
	/** A gap that something beside the rate asks for, such as an empty retry budget; else 0. */
	readonly holdBackMs?: () => number;
}

interface Settings {
	readonly perSecond: number;
}

/** Where in the queue a request joins. */
type Place = 'first' | 'last';

type Waiter = (turn: Turn) => void;

/** Open until the request went out, or until its owner gave the turn back. */
interface Turn {
	sent(): Sent;
	giveBack(): void;
}

/** First in, first out, the lanes of several executions taking turns, one request a gap. */
export class Limiter {
	private readonly queue = new FairQueue<Settings, Waiter>();
	private readonly cadence: Cadence;
	private announced = 0;
	private isServing = false;
	/** A request is about to go out. */
	private isTurnOpen = false;
	private readonly wait: Wait;

	constructor(private readonly options: LimiterOptions) {
		this.cadence = new Cadence(options.clock, options.random);
		this.wait = new Wait(options.clock);
	}

	/** @param perSecond the execution's setting; the strictest of those that wait decides the gap. */
	lane(perSecond: number): Lane {
		return this.laneOf({ perSecond });
	}

	private laneOf(settings: Settings): Lane {
		let last: Sent | undefined;
		const send = async <Value>(place: Place, start: () => Promise<Value>, signal?: AbortSignal) =>
			await this.send(place, settings, start, signal, (request) => (last = request));
		return {
			send: async (start, signal) => await send('last', start, signal),
			sendAgain: async (start, signal) => await send('first', start, signal),
			estimateWaitMs: () => this.estimateWaitMs(settings),
			own: () => this.laneOf(settings),
			announce: () => this.announce(settings),
			accepted: () => this.cadence.accepted(),
			refused: (hintMs) => {
				if (last) this.cadence.refused(last, hintMs ?? 0);
			},
		};
	}

	private announce(settings: Settings): ReturnType<Lane['announce']> {
		const lane = this.laneOf(settings);
		let isOpen = true;
		this.announced += 1;
		const release = () => {
			if (isOpen) this.announced -= 1;
			isOpen = false;
		};
		const send: Lane['send'] = async (start, signal) => {
			release();
			return await lane.send(start, signal);
		};
		return { lane: { ...lane, send }, release };
	}

	/** Nothing is sent before `untilMs` (on the clock), at most 15 minutes from now. */
	pushBack(untilMs: number): void {
		this.cadence.pushBack(untilMs);
	}

	/** Looks again whether the next request may go: to be called when `holdBackMs` shrank. */
	wake(): void {
		this.wait.cutShort();
	}

	private estimateWaitMs(lane: Settings): number {
		const perSecond = Math.min(lane.perSecond, this.strictestPerSecond());
		const gapMs = this.cadence.gapMs(perSecond);
		const firstMs = this.isTurnOpen ? gapMs : this.nextAtMs(perSecond) - this.options.clock.now();
		return Math.max(0, firstMs) + (this.announced + this.queue.countAhead(lane)) * gapMs;
	}

	private nextAtMs(perSecond: number): number {
		return this.cadence.nextAtMs(perSecond, this.options.holdBackMs?.() ?? 0);
	}

	private strictestPerSecond(): number {
		let strictest = Infinity;
		for (const lane of this.queue.waitingLanes()) strictest = Math.min(strictest, lane.perSecond);
		return strictest;
	}

	private async send<Value>(
		place: Place,
		lane: Settings,
		start: () => Promise<Value>,
		signal: AbortSignal | undefined,
		onSent: (request: Sent) => void,
	): Promise<Value> {
		const turn = await this.turn(place, lane, signal);
		if (signal?.aborted) turn.giveBack();
		signal?.throwIfAborted();
		try {
			return start();
		} finally {
			onSent(turn.sent());
		}
	}

	private async turn(place: Place, lane: Settings, signal?: AbortSignal): Promise<Turn> {
		signal?.throwIfAborted();
		return await new Promise((resolve, reject) => {
			const leave = () => {
				this.queue.remove(lane, take);
				this.wake();
				reject(signal?.reason);
			};
			const take = (turn: Turn) => {
				signal?.removeEventListener('abort', leave);
				resolve(turn);
			};
			signal?.addEventListener('abort', leave, { once: true });
			if (place === 'first') this.queue.addReturned(lane, take);
			else this.queue.add(lane, take);
			if (!this.isServing) void this.serve();
		});
	}

	/** Runs while anyone waits, and holds the only timer of the queue. */
	private async serve(): Promise<void> {
		this.isServing = true;
		while (!this.queue.isEmpty) {
			const waitMs = this.nextAtMs(this.strictestPerSecond()) - this.options.clock.now();
			if (waitMs > 0) await this.wait.for(waitMs);
			else await this.grantNext();
		}
		this.isServing = false;
	}

	/** The next turn waits until this one is used: the gap counts from the actual start. */
	private async grantNext(): Promise<void> {
		const next = this.queue.takeNext();
		if (!next) return;
		this.isTurnOpen = true;
		await new Promise<void>((close) => {
			next.entry({
				giveBack: close,
				sent: () => {
					const request = this.cadence.sent(next.lane.perSecond);
					close();
					return request;
				},
			});
		});
		this.isTurnOpen = false;
	}
}
