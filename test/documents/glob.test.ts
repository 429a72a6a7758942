import fc from 'fast-check';
import { isGlob, matchesGlob } from '../../nodes/YandexVisionOcr/documents/glob';
import { fuzzRuns } from './fuzz';

const cases: ReadonlyArray<readonly [pattern: string, text: string, fits: boolean]> = [
	['*', '', true],
	['*', 'data', true],
	['', '', true],
	['', 'a', false],
	['?', '', false],
	['?', 'a', true],
	['attachment_*', 'attachment_0', true],
	['attachment_*', 'attachment', false],
	['*.pdf', 'a.b.pdf', true],
	['*.pdf', 'a.pdf.zip', false],
	['a*b*c', 'a-b-b-c', true],
	['a*b*c', 'a-c-b', false],
	['**?**', 'x', true],
	['[a-z].+', 'b', false],
	['[a-z].+', '[a-z].+', true],
];

test.each(cases)('%j against %j: %s', (pattern, text, fits) => {
	expect(matchesGlob(pattern, text)).toBe(fits);
});

/** Says the same in the slowest and plainest way. */
function naive(pattern: string, text: string): boolean {
	if (pattern === '') return text === '';
	const [first, rest] = [pattern.charAt(0), pattern.slice(1)];
	if (first === '*') return naive(rest, text) || (text !== '' && naive(pattern, text.slice(1)));
	return text !== '' && (first === '?' || first === text.charAt(0)) && naive(rest, text.slice(1));
}

test('it agrees with the plain definition', () => {
	const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 });
	const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 9 });
	fc.assert(
		fc.property(
			pattern,
			text,
			(someGlob, someText) => matchesGlob(someGlob, someText) === naive(someGlob, someText),
		),
		fuzzRuns,
	);
});

test('a text without wildcards fits itself alone', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (one, other) => {
			fc.pre(!isGlob(one));
			expect(matchesGlob(one, other)).toBe(one === other);
		}),
	);
});

test('the pattern that stalls backtracking matchers ends at once', () => {
	expect(matchesGlob('*a'.repeat(50) + '*b', 'a'.repeat(100_000))).toBe(false);
});
