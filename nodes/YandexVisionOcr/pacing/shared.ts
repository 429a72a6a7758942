import { RetryBudget } from './budget';
import type { Clock } from './clock';
import { BytesInFlight } from './inFlight';
import { Limiter } from './limiter';
import { Outage } from './outage';

/** How long the last execution's findings (the true quota, an outage) are worth keeping. */
const idleMs = 10 * 60_000;

/** Two of the largest files with their bodies, or some 200 ordinary scans. */
const maxBytesInFlight = 64 * 1024 * 1024;

/** What all executions of a process share that use the same account at the same endpoint. */
export interface SharedPacing {
	/** One queue for each quota of the service. */
	readonly sync: Limiter;
	readonly submit: Limiter;
	readonly state: Limiter;
	readonly result: Limiter;
	readonly budget: RetryBudget;
	readonly outage: Outage;
	/** The files of all these executions that are in memory to be sent. */
	readonly memory: BytesInFlight;
}

export interface Lease {
	readonly pacing: SharedPacing;
	/** To be called once, when the execution ends. */
	release(): void;
}

interface Entry {
	readonly pacing: SharedPacing;
	users: number;
	idleSinceMs: number;
}

export interface TimeAndChance {
	readonly clock: Clock;
	/** 0 ≤ x < 1. */
	readonly random: () => number;
}

/** Entries in use stay; the others go ten minutes later, when the next execution comes by. */
export class PacingRegistry {
	private readonly entries = new Map<string, Entry>();

	/** @param key names the endpoint and the account; kept in memory, so not a secret itself. */
	lease(key: string, timeAndChance: TimeAndChance): Lease {
		const { clock } = timeAndChance;
		this.dropIdle(clock.now());
		const entry = this.entries.get(key) ?? {
			pacing: newPacing(timeAndChance),
			users: 0,
			idleSinceMs: Infinity,
		};
		this.entries.set(key, entry);
		entry.users += 1;
		return {
			pacing: entry.pacing,
			release: () => {
				entry.users -= 1;
				entry.idleSinceMs = clock.now();
			},
		};
	}

	get size(): number {
		return this.entries.size;
	}

	private dropIdle(nowMs: number): void {
		for (const [key, { users, idleSinceMs }] of this.entries) {
			if (users === 0 && nowMs - idleSinceMs >= idleMs) this.entries.delete(key);
		}
	}
}

function newPacing(timeAndChance: TimeAndChance): SharedPacing {
	const budget: RetryBudget = new RetryBudget(() => limiters.forEach((limiter) => limiter.wake()));
	const newLimiter = () => new Limiter({ ...timeAndChance, holdBackMs: () => budget.holdBackMs() });
	const queues = {
		sync: newLimiter(),
		submit: newLimiter(),
		state: newLimiter(),
		result: newLimiter(),
	};
	const limiters = Object.values(queues);
	return {
		...queues,
		budget,
		outage: new Outage(timeAndChance.clock),
		memory: new BytesInFlight(maxBytesInFlight),
	};
}

/** The only state of this package that outlives an execution. */
export const sharedPacing = new PacingRegistry();
