interface Due<Entry> {
	readonly atMs: number;
	readonly entry: Entry;
}

/** Entries by the time they are due; those of the same time in the order they came. */
export class DueQueue<Entry> {
	private readonly sorted: Due<Entry>[] = [];

	/** When the first entry is due; undefined if there is none. */
	get earliestMs(): number | undefined {
		return this.sorted[0]?.atMs;
	}

	add(entry: Entry, atMs: number): void {
		this.sorted.splice(this.indexAfter(atMs), 0, { atMs, entry });
	}

	remove(entry: Entry): void {
		const index = this.sorted.findIndex((due) => due.entry === entry);
		if (index >= 0) this.sorted.splice(index, 1);
	}

	takeDue(nowMs: number): readonly Entry[] {
		return this.sorted.splice(0, this.indexAfter(nowMs)).map((due) => due.entry);
	}

	/** Where the entries end that are due until `atMs`. */
	private indexAfter(atMs: number): number {
		let low = 0;
		let high = this.sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const due = this.sorted[middle];
			if (due && due.atMs <= atMs) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
