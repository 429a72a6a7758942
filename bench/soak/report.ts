import { compact } from '../figure';

interface Check {
	readonly name: string;
	readonly value: number;
	/** Left out where the value is only told. */
	readonly atMost?: number;
}

export interface SoakReport {
	readonly title: string;
	readonly checks: readonly Check[];
}

export function isPassed({ checks }: SoakReport): boolean {
	return checks.every(({ value, atMost = Infinity }) => value <= atMost);
}

export function reportText({ title, checks }: SoakReport): string {
	const lines = checks.map(({ name, value, atMost }) => {
		const verdict =
			atMost === undefined ? '' : `, at most ${atMost}${value <= atMost ? '' : ': MISSED'}`;
		return `  ${name}: ${compact(value)}${verdict}`;
	});
	return [title, ...lines].join('\n');
}
