import type { PageReading } from './reading';

/**
 * A number that may be a string (int64 in proto3 JSON); NaN for anything else, also for numbers
 * beyond what is counted exactly and for blank strings, which JavaScript takes for 0.
 */
export function numberOf(value: unknown): number {
	let number = value;
	if (typeof value === 'string' && value.charCodeAt(0) > 32) number = Number(value);
	if (typeof number !== 'number') return Number.NaN;
	return number <= Number.MAX_SAFE_INTEGER && number >= -Number.MAX_SAFE_INTEGER
		? number
		: Number.NaN;
}

/** Left out means `otherwise`: 0 by the rules of proto3, or null where 0 would be invented. */
export function readNumber<Default extends number | null>(
	value: unknown,
	otherwise: Default,
	reading: PageReading,
	field: string,
): number | Default {
	if (value === undefined || value === null) return otherwise;
	const number = numberOf(value);
	if (!Number.isNaN(number)) return number;
	reading.report(field, 'a number');
	return otherwise;
}

/** Left out means an empty text. */
export function readText(value: unknown, reading: PageReading, field: string): string {
	if (typeof value === 'string') return value;
	if (value !== undefined && value !== null) reading.report(field, 'a text');
	return '';
}

export function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Left out means an empty list. */
export function readList<Wire extends object, Value>(
	list: readonly Wire[] | undefined,
	name: string,
	reading: PageReading,
	read: (wire: Wire, reading: PageReading) => Value,
): readonly Value[] {
	const values: Value[] = [];
	if (list === undefined || list === null) return values;
	if (!Array.isArray(list)) {
		reading.report(name, 'a list');
		return values;
	}
	reading.enter(name);
	for (let index = 0; index < list.length; index++) {
		const wire = list[index] as Wire;
		reading.at(index);
		if (isObject(wire)) values.push(read(wire, reading));
		else reading.report('', 'an object');
	}
	reading.leave();
	return values;
}
