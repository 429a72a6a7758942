import fc from 'fast-check';
import { shareInside } from '../../nodes/YandexVisionOcr/pages/box';
import type { Box } from '../../nodes/YandexVisionOcr/pages/page';
import { isInRegion, regionOnPage, touchesPage } from '../../nodes/YandexVisionOcr/pages/region';
import { viewOf } from '../../nodes/YandexVisionOcr/pages/view';
import { firstPageOf } from '../support/answers';

const page = { ...firstPageOf('penguins.snake.json'), width: 1000, height: 500 };
const facts = { orientation: 1, mimeType: 'image/png' } as const;
const view = viewOf(page, facts, 'pixel', 'displayed');

test.each([
	['pixel', { x: 100, y: 50, width: 500, height: 250 }],
	['fraction', { x: 0.1, y: 0.1, width: 0.5, height: 0.5 }],
	['percent', { x: 10, y: 10, width: 50, height: 50 }],
] as const)('a region in %s is the same rectangle of the page', (unit, box) => {
	expect(regionOnPage({ ...box, unit }, view)).toEqual({ x: 100, y: 50, width: 500, height: 250 });
});

test('a region in shares of a page without a size lies nowhere', () => {
	const unknown = viewOf({ ...page, width: null }, facts, 'pixel', 'displayed');
	const box = { x: 0, y: 0, width: 1, height: 1 };
	expect(regionOnPage({ ...box, unit: 'fraction' }, unknown)).toBeNull();
	expect(regionOnPage({ ...box, unit: 'pixel' }, unknown)).toEqual(box);
});

test.each([
	['beside the page', { x: 1000, y: 0, width: 10, height: 10 }, false],
	['over the edge of the page', { x: 999, y: 0, width: 10, height: 10 }, true],
	['left of the page', { x: -10, y: 0, width: 10, height: 10 }, false],
])('a region %s', (_name, region, touches) => {
	expect(touchesPage(region, view)).toBe(touches);
});

const region = { x: 100, y: 100, width: 100, height: 100 };

test.each<[name: string, box: Box | null, overlap: number, isIn: boolean]>([
	['its centre inside', { x: 140, y: 60, width: 20, height: 90 }, 0, true],
	['its centre outside', { x: 140, y: 40, width: 20, height: 90 }, 0, false],
	['half of it inside', { x: 50, y: 120, width: 100, height: 10 }, 0.5, true],
	['less than asked inside', { x: 49, y: 120, width: 100, height: 10 }, 0.5, false],
	['no place at all', null, 0, false],
	['no height but all of its length inside', { x: 120, y: 150, width: 10, height: 0 }, 1, true],
])('a word with %s', (_name, box, overlap, isIn) => {
	expect(isInRegion(box, region, overlap)).toBe(isIn);
});

test('the share of a box inside a region is that of its pixels', () => {
	const side = fc.integer({ min: 1, max: 12 });
	const box = fc.record({ x: fc.nat(12), y: fc.nat(12), width: side, height: side });
	fc.assert(
		fc.property(box, box, (part, whole) => {
			let shared = 0;
			for (let x = part.x; x < part.x + part.width; x++) {
				for (let y = part.y; y < part.y + part.height; y++) {
					const isAcross = x >= whole.x && x < whole.x + whole.width;
					if (isAcross && y >= whole.y && y < whole.y + whole.height) shared += 1;
				}
			}
			expect(shareInside(part, whole)).toBeCloseTo(shared / (part.width * part.height), 9);
		}),
		{ numRuns: 2000 },
	);
});
