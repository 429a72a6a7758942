import fc from 'fast-check';
import type { Box, Page } from '../../nodes/YandexVisionOcr/pages/page';
import {
	appliedOrientation,
	framedBox,
	type PictureFacts,
	scaledBox,
	viewedPolygon,
	viewOf,
} from '../../nodes/YandexVisionOcr/pages/view';
import { fuzzRuns, fuzzTimeoutMs } from '../documents/fuzz';
import { firstPageOf } from '../support/answers';

const sample = firstPageOf('penguins.snake.json');
const pageOf = (width: number | null, height: number | null): Page => ({
	...sample,
	width,
	height,
});
const picture = (facts: Partial<PictureFacts>): PictureFacts => ({
	orientation: 6,
	mimeType: 'image/jpeg',
	...facts,
});

const turned = pageOf(200, 100);
const asStored = pageOf(100, 200);
const stored = { storedWidth: 100, storedHeight: 200 };

test.each([
	['a JPEG is turned by its EXIF', turned, picture(stored), 6],
	['a JPEG of unknown size is turned', turned, picture({}), 6],
	['a JPEG whose answer has the stored size was not turned', asStored, picture(stored), 1],
	[
		'a PNG was turned if its sides changed places',
		turned,
		picture({ ...stored, mimeType: 'image/png' }),
		6,
	],
	[
		'a PNG with its stored size was not turned',
		asStored,
		picture({ ...stored, mimeType: 'image/png' }),
		1,
	],
	['a PNG of unknown size was not turned', turned, picture({ mimeType: 'image/png' }), 1],
	[
		'a square PNG shows nothing, so it was not turned',
		pageOf(100, 100),
		picture({ storedWidth: 100, storedHeight: 100, mimeType: 'image/png' }),
		1,
	],
	[
		'a mirrored JPEG keeps its size and is turned',
		asStored,
		picture({ ...stored, orientation: 2 }),
		2,
	],
	['a picture without EXIF is not turned', turned, picture({ ...stored, orientation: 1 }), 1],
])('%s', (_name, page, facts, orientation) => {
	expect(appliedOrientation(page, facts)).toBe(orientation);
});

test('the stored frame of a turned photo has the stored size and the stored place', () => {
	const view = viewOf(turned, picture(stored), 'pixel', 'stored');
	expect(view.size).toEqual({ width: 100, height: 200 });
	expect(framedBox({ x: 10, y: 20, width: 30, height: 5 }, view)).toEqual({
		...{ x: 20, y: 160, width: 5, height: 30 },
	});
});

test('a page without a size takes that of the file', () => {
	const view = viewOf(pageOf(null, null), picture(stored), 'percent', 'displayed');
	expect(view).toMatchObject({ size: { width: 200, height: 100 }, isKnown: true });
});

test.each([
	['fraction', 'displayed', false],
	['pixel', 'stored', false],
	['pixel', 'displayed', true],
] as const)('without any size, %s %s is known: %s', (unit, frame, isKnown) => {
	const view = viewOf(pageOf(null, null), picture({}), unit, frame);
	const box = { x: 1, y: 2, width: 3, height: 4 };
	expect(view.isKnown).toBe(isKnown);
	expect(framedBox(box, view)).toEqual(isKnown ? box : null);
	expect(viewedPolygon([box], view)).toEqual(isKnown ? [box] : null);
});

const side = fc.integer({ min: 1, max: 20_000 });
const placed = fc.tuple(side, side).chain(([width, height]) =>
	fc.record({
		width: fc.constant(width),
		height: fc.constant(height),
		box: fc.record({ x: fc.nat(width), y: fc.nat(height) }).chain(({ x, y }) =>
			fc.record({
				x: fc.constant(x),
				y: fc.constant(y),
				width: fc.nat(width - x),
				height: fc.nat(height - y),
			}),
		),
	}),
);

test(
	'fractions and percents times the size of the page are pixels, in both frames',
	() => {
		fc.assert(
			fc.property(
				placed,
				fc.constantFrom('fraction' as const, 'percent' as const),
				fc.constantFrom('displayed' as const, 'stored' as const),
				fc.constantFrom(1 as const, 3 as const, 5 as const, 6 as const, 8 as const),
				({ width, height, box }, unit, frame, orientation) => {
					const facts = picture({ orientation });
					const view = viewOf(pageOf(width, height), facts, unit, frame);
					const framed = framedBox(box, view);
					const scaled = scaledBox(framed, view);
					const whole = unit === 'percent' ? 100 : 1;
					const size = view.size ?? { width: Number.NaN, height: Number.NaN };
					const pixels: Box = {
						x: ((scaled?.x ?? Number.NaN) * size.width) / whole,
						y: ((scaled?.y ?? Number.NaN) * size.height) / whole,
						width: ((scaled?.width ?? Number.NaN) * size.width) / whole,
						height: ((scaled?.height ?? Number.NaN) * size.height) / whole,
					};
					for (const field of ['x', 'y', 'width', 'height'] as const) {
						expect(pixels[field]).toBeCloseTo(framed?.[field] ?? Number.NaN, 6);
						expect(scaled?.[field]).toBeGreaterThanOrEqual(0);
						expect(scaled?.[field]).toBeLessThanOrEqual(whole);
					}
				},
			),
			{ ...fuzzRuns, numRuns: Math.ceil(fuzzRuns.numRuns / 10) },
		);
	},
	fuzzTimeoutMs,
);
