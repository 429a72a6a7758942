/**
 * Entries in lanes: first in, first out within a lane, and the lanes take turns. An execution with
 * 500 files so lets one with a single file through after one of its own.
 */
export class FairQueue<Lane extends object, Entry> {
	/** Only lanes with entries, in the order of their next turn. Sets keep the order and drop fast. */
	private readonly lanes = new Map<Lane, Set<Entry>>();
	/** Entries that had their turn already and stand before all others. */
	private readonly returned = new Map<Entry, Lane>();

	get isEmpty(): boolean {
		return this.lanes.size === 0 && this.returned.size === 0;
	}

	/** The lanes that have entries; one with a returned entry may come twice. */
	*waitingLanes(): Iterable<Lane> {
		yield* this.returned.values();
		yield* this.lanes.keys();
	}

	add(lane: Lane, entry: Entry): void {
		const entries = this.lanes.get(lane) ?? new Set();
		this.lanes.set(lane, entries.add(entry));
	}

	/** Before all that wait, whatever their lane, but behind those that returned earlier. */
	addReturned(lane: Lane, entry: Entry): void {
		this.returned.set(entry, lane);
	}

	/** Frees the place; whoever stood behind moves up. */
	remove(lane: Lane, entry: Entry): void {
		this.returned.delete(entry);
		const entries = this.lanes.get(lane);
		entries?.delete(entry);
		if (entries?.size === 0) this.lanes.delete(lane);
	}

	takeNext(): { readonly lane: Lane; readonly entry: Entry } | undefined {
		for (const [entry, lane] of this.returned) {
			this.returned.delete(entry);
			return { lane, entry };
		}
		for (const [lane, entries] of this.lanes) {
			this.lanes.delete(lane);
			for (const entry of entries) {
				entries.delete(entry);
				if (entries.size > 0) this.lanes.set(lane, entries);
				return { lane, entry };
			}
		}
		return undefined;
	}

	/** How many entries would be taken before one that joined `lane` now. */
	countAhead(lane: Lane): number {
		const own = this.lanes.get(lane)?.size ?? 0;
		let count = this.returned.size + own;
		let rounds = own + 1;
		for (const [other, entries] of this.lanes) {
			if (other === lane) rounds = own;
			else count += Math.min(entries.size, rounds);
		}
		return count;
	}
}
