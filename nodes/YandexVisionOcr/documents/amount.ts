/** A whole number as messages show it: 10,485,760. */
export function amount(value: number): string {
	return value.toLocaleString('en-US');
}
