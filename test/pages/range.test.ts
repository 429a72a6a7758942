import { isInRange, parsePageRange } from '../../nodes/YandexVisionOcr/pages/range';

function pagesIn(text: string, lastPage: number): readonly number[] {
	const range = parsePageRange(text);
	if (!range.ok) throw new Error(range.error.message);
	const pages = Array.from({ length: lastPage }, (_, index) => index + 1);
	return pages.filter((page) => isInRange(range.value, page, lastPage));
}

test.each([
	['', 3, [1, 2, 3]],
	['  ', 2, [1, 2]],
	['2', 3, [2]],
	['1,3-5', 6, [1, 3, 4, 5]],
	[' 1 , 3 - 4 ', 6, [1, 3, 4]],
	['5-', 7, [5, 6, 7]],
	['-2', 5, [4, 5]],
	['1,-1', 5, [1, 5]],
	['-9', 2, [1, 2]],
	['3-4,2-3', 5, [2, 3, 4]],
	['9', 3, []],
])('"%s" of %i pages', (text, lastPage, pages) => {
	expect(pagesIn(text, lastPage)).toEqual(pages);
});

test.each(['0', '-0', 'a', '1-2-3', '5-3', '-', ',', '1,', '1;2', '1.5', '99999999', '0-2'])(
	'"%s" is refused with the way to write it',
	(text) => {
		const range = parsePageRange(text);
		expect(range).toMatchObject({ ok: false, error: { code: 'INVALID_PAGE_RANGE' } });
		expect(range.ok || range.error.hint).toContain('1,3-5');
	},
);
