import { isMet, type Figure, type Row } from './figure';

/**
 * Other work on the machine can spoil a measure: a quick row counts as missed only if two of three
 * runs miss, and what is told is then a run that missed.
 */
export async function measureFairly({ isQuick, measure }: Row): Promise<readonly Figure[]> {
	const first = await measure();
	if (!isQuick || first.every(isMet)) return first;
	const second = await measure();
	const isHit = second.every(isMet);
	if (!isHit) return second;
	const third = await measure();
	return third.every(isMet) ? third : first;
}
