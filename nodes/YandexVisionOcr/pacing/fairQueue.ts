/**
 * Entries in lanes: first in, first out within a lane, and the lanes take turns. An execution with
 * 500 files so lets one with a single file through after one of its own.
 */
export class FairQueue<Lane extends object, Entry> {
	/** Only lanes with entries, in the order of their next turn. Sets keep the order and drop fast. */
	private readonly lanes = new Map<Lane, Set<Entry>>();

	get isEmpty(): boolean {
		return this.lanes.size === 0;
	}

	/** The lanes that have entries. */
	waitingLanes(): Iterable<Lane> {
		return this.lanes.keys();
	}

	add(lane: Lane, entry: Entry): void {
		const entries = this.lanes.get(lane) ?? new Set();
		this.lanes.set(lane, entries.add(entry));
	}

	/** Frees the place; whoever stood behind moves up. */
	remove(lane: Lane, entry: Entry): void {
		const entries = this.lanes.get(lane);
		entries?.delete(entry);
		if (entries?.size === 0) this.lanes.delete(lane);
	}

	takeNext(): { readonly lane: Lane; readonly entry: Entry } | undefined {
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
		let count = own;
		let rounds = own + 1;
		for (const [other, entries] of this.lanes) {
			if (other === lane) rounds = own;
			else count += Math.min(entries.size, rounds);
		}
		return count;
	}
}
