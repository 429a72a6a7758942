import fc from 'fast-check';
import { boxAround, isInside } from '../../nodes/YandexVisionOcr/pages/box';
import type { Box } from '../../nodes/YandexVisionOcr/pages/page';
import {
	inverseOf,
	type Orientation,
	turnBox,
	turnPoint,
	turnPolygon,
	turnSize,
} from '../../nodes/YandexVisionOcr/pages/turn';
import { fuzzRuns, fuzzTimeoutMs } from '../documents/fuzz';

const orientation = fc.constantFrom<Orientation>(1, 2, 3, 4, 5, 6, 7, 8);
const size = fc.record({
	width: fc.integer({ min: 1, max: 20_000 }),
	height: fc.integer({ min: 1, max: 20_000 }),
});
const sizeAndBox = size.chain(({ width, height }) =>
	fc
		.tuple(fc.nat(width), fc.nat(width), fc.nat(height), fc.nat(height))
		.map(([x1, x2, y1, y2]): readonly [typeof page, Box] => {
			const page = { width, height };
			const box = boxAround([
				{ x: x1, y: y1 },
				{ x: x2, y: y2 },
			]);
			return [page, box ?? { x: 0, y: 0, width: 0, height: 0 }];
		}),
);

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** How a picture of 2 × 3 pixels named by letters is shown, by the EXIF specification. */
const shown: Readonly<Record<Orientation, readonly string[]>> = {
	1: ['ab', 'cd', 'ef'],
	2: ['ba', 'dc', 'fe'],
	3: ['fe', 'dc', 'ba'],
	4: ['ef', 'cd', 'ab'],
	5: ['ace', 'bdf'],
	6: ['eca', 'fdb'],
	7: ['fdb', 'eca'],
	8: ['bdf', 'ace'],
};

test.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
	'EXIF orientation %i shows each pixel where it belongs',
	(exif) => {
		const stored = { width: 2, height: 3 };
		const { width, height } = turnSize(stored, exif);
		const rows = Array.from({ length: height }, () => new Array<string>(width).fill('?'));
		for (const [index, letter] of [...'abcdef'].entries()) {
			const pixel = { x: index % 2, y: Math.floor(index / 2), width: 1, height: 1 };
			const { x, y } = turnBox(pixel, stored, exif);
			const row = rows[y];
			if (row) row[x] = letter;
		}
		expect(rows.map((row) => row.join(''))).toEqual(shown[exif]);
	},
);

test(
	'turning there and back changes nothing',
	() => {
		fc.assert(
			fc.property(sizeAndBox, orientation, ([page, box], exif) => {
				const back = inverseOf(exif);
				const turned = turnSize(page, exif);
				const { x, y } = box;
				return (
					isSame(turnSize(turned, back), page) &&
					isSame(turnBox(turnBox(box, page, exif), turned, back), box) &&
					isSame(turnPoint(turnPoint(box, page, exif), turned, back), { x, y })
				);
			}),
			fuzzRuns,
		);
	},
	fuzzTimeoutMs,
);

test(
	'a turned box lies on the turned page and is the box around the turned corners',
	() => {
		fc.assert(
			fc.property(sizeAndBox, orientation, ([page, box], exif) => {
				const turned = turnBox(box, page, exif);
				const whole = { x: 0, y: 0, ...turnSize(page, exif) };
				const corners = [
					{ x: box.x, y: box.y },
					{ x: box.x + box.width, y: box.y },
					{ x: box.x + box.width, y: box.y + box.height },
					{ x: box.x, y: box.y + box.height },
				];
				return (
					isSame(boxAround(turnPolygon(corners, page, exif)), turned) &&
					isInside(turned.x, turned.y, whole) &&
					isInside(turned.x + turned.width, turned.y + turned.height, whole)
				);
			}),
			fuzzRuns,
		);
	},
	fuzzTimeoutMs,
);
