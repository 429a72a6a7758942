/** `brief` leaves out the corners of words and their spans, which simplified items do not show. */
export type PageDetail = 'brief' | 'full';

/**
 * How far the reading of a page has come, and the first place where the answer is not shaped as
 * expected. After one, reading goes on with harmless values, so that the readers need no
 * exceptions; the page is given up at the end.
 */
export class PageReading {
	private first: string | undefined;
	private readonly steps: (string | number)[] = [];

	/**
	 * @param detail how much of a word is read
	 * @param entityCount a word's entity index means something only where there are entities
	 */
	constructor(
		readonly detail: PageDetail,
		readonly entityCount: number,
	) {}

	get fault(): string | undefined {
		return this.first;
	}

	enter(name: string): void {
		this.steps.push(name, 0);
	}

	/** Which element of the list entered last is being read. */
	at(index: number): void {
		this.steps[this.steps.length - 1] = index;
	}

	leave(): void {
		this.steps.length -= 2;
	}

	/** `field` is relative to the place that is being read; empty for that place itself. */
	report(field: string, expected: string): void {
		if (this.first !== undefined) return;
		const path: string[] = [];
		for (let step = 0; step < this.steps.length; step += 2) {
			path.push(`${this.steps[step]}[${this.steps[step + 1]}]`);
		}
		if (field !== '') path.push(field);
		this.first = `${path.join('.')} is not ${expected}`;
	}
}
