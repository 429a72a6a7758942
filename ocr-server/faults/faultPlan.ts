import type { Endpoint } from '../endpoint';
import type { Fault } from './fault';
import { seededRandom } from '../seededRandom';

interface Planned {
	readonly id: number;
	readonly fault: Fault;
	readonly addedAtMs: number;
	/** Requests that came by while it was active. */
	seen: number;
	struck: number;
}

/** The faults that are set, and which request each of them strikes. */
export class FaultPlan {
	private planned: Planned[] = [];
	private nextId = 1;
	private readonly random: () => number;

	constructor(
		private readonly now: () => number,
		seed: number,
	) {
		this.random = seededRandom(seed);
	}

	/** Returns the number by which it can be removed. */
	add(fault: Fault): number {
		const id = this.nextId++;
		this.planned.push({ id, fault, addedAtMs: this.now(), seen: 0, struck: 0 });
		return id;
	}

	remove(id: number): void {
		this.planned = this.planned.filter((entry) => entry.id !== id);
	}

	clear(): void {
		this.planned = [];
	}

	list(): ReadonlyArray<{ readonly id: number; readonly fault: Fault; readonly struck: number }> {
		return this.planned.map(({ id, fault, struck }) => ({ id, fault, struck }));
	}

	/** The fault that this request meets: the one added first that matches. */
	choose(endpoint: Endpoint): Fault | undefined {
		return this.planned.find((entry) => this.strikes(entry, endpoint))?.fault;
	}

	private strikes(entry: Planned, endpoint: Endpoint): boolean {
		const { fault } = entry;
		if (fault.on !== undefined && ![fault.on].flat().includes(endpoint)) return false;
		if (!this.isActive(entry)) return false;
		entry.seen += 1;
		if (fault.nth !== undefined && ![fault.nth].flat().includes(entry.seen)) return false;
		if (fault.every !== undefined && entry.seen % fault.every !== 0) return false;
		if (fault.probability !== undefined && this.random() >= fault.probability) return false;
		entry.struck += 1;
		return true;
	}

	private isActive({ fault, addedAtMs, struck }: Planned): boolean {
		const ageMs = this.now() - addedAtMs - (fault.afterMs ?? 0);
		return ageMs >= 0 && ageMs < (fault.lastsMs ?? Infinity) && struck < (fault.times ?? Infinity);
	}
}
