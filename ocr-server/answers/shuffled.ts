import { seededRandom } from '../seededRandom';

/** A copy in a mixed order (Fisher and Yates), the same for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
	const random = seededRandom(seed);
	const mixed: Item[] = [];
	for (const item of items) {
		const place = Math.floor(random() * (mixed.length + 1));
		mixed.splice(place, 0, item);
	}
	return mixed;
}
