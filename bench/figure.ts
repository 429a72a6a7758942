/** One measured number and the bar it is held against. */
export interface Figure {
	/** The row of the table it belongs to, such as `P1`, and what was measured. */
	readonly name: string;
	/** What was seen, with its unit, and the baseline of the same run. */
	readonly value: string;
	/** What is compared with the bar. */
	readonly measured: number;
	/** What `measured` counts, such as `× memcpy`. */
	readonly unit: string;
	readonly bar: number;
	readonly reach: 'atMost' | 'atLeast';
	/** What is known of the reason when the bar is missed. */
	readonly why?: string;
}

/** Some figures that one run brings. */
export interface Row {
	readonly title: string;
	/** A row that takes seconds is measured again when it misses a bar; one of minutes is not. */
	readonly isQuick: boolean;
	readonly measure: () => Promise<readonly Figure[]>;
}

export function isMet({ measured, bar, reach }: Figure): boolean {
	return reach === 'atMost' ? measured <= bar : measured >= bar;
}

/** `name: value, ratio, bar`. */
export function describe(figure: Figure): string {
	const { name, value } = figure;
	const verdict = isMet(figure) ? 'met' : 'MISSED';
	return `${name}: ${value}, ${measuredText(figure)}, bar ${barText(figure)}: ${verdict}`;
}

export function measuredText({ measured, unit }: Figure): string {
	return `${compact(measured)} ${unit}`;
}

export function barText({ bar, reach }: Figure): string {
	return `${reach === 'atMost' ? '≤' : '≥'} ${bar}`;
}

/** Three digits that matter. */
export function compact(value: number): string {
	return String(Number(value.toPrecision(value >= 100 ? 4 : 3)));
}
