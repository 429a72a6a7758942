import { ANSWER_LIMITS } from '../../nodes/YandexVisionOcr/vision/answerLimits';
import { answerBytes, answerNames, readBody, readChunks } from '../support/answers';

const page = (n: number) => ({ result: { page: String(n), text: 'Привет, "мир" \\ 😀 {[' } });
const line = (n: number) => JSON.stringify(page(n));
const printed = (n: number) => JSON.stringify(page(n), null, 2);

const accepted: ReadonlyArray<readonly [name: string, body: string, count: number]> = [
	['JSON Lines', `${line(0)}\n${line(1)}\n`, 2],
	['no newline at the end', `${line(0)}\n${line(1)}`, 2],
	['CRLF and blank lines', `\r\n${line(0)}\r\n\r\n  \r\n${line(1)}\r\n\r\n`, 2],
	['a byte order mark', `\ufeff${line(0)}\n`, 1],
	['one object over many lines', printed(0), 1],
	['several objects over many lines', `${printed(0)}\n${printed(1)}\n`, 2],
	['objects without anything between them', `${line(0)}${line(1)}${printed(2)}${line(3)}`, 4],
	['an array in one line', `[${line(0)},${line(1)}]`, 2],
	['an array over many lines', JSON.stringify([page(0), page(1)], null, '\t'), 2],
	['an array with an object a line', `[\n${line(0)},\n${line(1)}\n]\n`, 2],
	['lines after objects over many lines', `${printed(0)}\n${line(1)}\n${line(2)}`, 3],
	['many objects in one line', line(0).repeat(9), 9],
];

describe('the answer reader accepts', () => {
	test.each(accepted)('%s', (_name, body, count) => {
		const { values, problem } = readBody(body);
		expect(problem).toBeUndefined();
		expect(values).toHaveLength(count);
		const numbers = body.match(/"page":\s*"\d+"/g)?.map((found) => found.match(/\d+/)?.[0]);
		expect(values).toEqual(numbers?.map((number) => page(Number(number))));
	});

	test.each(accepted)('%s, cut into two chunks anywhere', (_name, text) => {
		const body = Buffer.from(text);
		const whole = JSON.stringify(readBody(body));
		const wrongCuts = offsets(body).filter(
			(cut) => JSON.stringify(readChunks([body.subarray(0, cut), body.subarray(cut)])) !== whole,
		);
		expect(wrongCuts).toEqual([]);
	});
});

describe.each(answerNames)('the recorded answer %s', (name) => {
	const body = answerBytes(name);
	const whole = readBody(body);

	test('reads the same whatever the size of the chunks', () => {
		expect(whole.problem).toBeUndefined();
		expect(whole.values.length).toBeGreaterThan(0);
		for (const size of [1, 2, 3, 7, 64, 1000]) {
			const chunks = Array.from({ length: Math.ceil(body.length / size) }, (_, index) =>
				body.subarray(index * size, (index + 1) * size),
			);
			expect(readChunks(chunks)).toEqual(whole);
		}
	});

	test('is never taken for whole when it breaks off inside a page', () => {
		const ends = endsOfPages(body);
		const wrongLengths = offsets(body).filter((length) => {
			const { values, problem } = readBody(body.subarray(0, length));
			return (problem === undefined) !== ends.has(length) || values.length > whole.values.length;
		});
		expect(wrongLengths).toEqual([]);
	});
});

function offsets(body: Buffer): readonly number[] {
	return Array.from({ length: body.length + 1 }, (_, offset) => offset);
}

/**
 * The lengths at which a recorded answer may end without a page being cut, by a naive count of the
 * brackets: none of the recorded texts contains one.
 */
function endsOfPages(body: Buffer): ReadonlySet<number> {
	const ends = new Set<number>();
	let depth = 0;
	let hasPage = false;
	body
		.toString('latin1')
		.split('')
		.forEach((character, index) => {
			if ('{['.includes(character)) depth += 1;
			if ('}]'.includes(character)) depth -= 1;
			hasPage ||= character === '}';
			if (hasPage && depth === 0) ends.add(index + 1);
		});
	return ends;
}

const refused: ReadonlyArray<readonly [name: string, body: string, code: string, words: RegExp]> = [
	['an empty body', '', 'ANSWER_EMPTY', /empty/],
	['blank lines only', '\n\r\n  \n', 'ANSWER_EMPTY', /empty/],
	['an empty array', '[]', 'ANSWER_EMPTY', /empty/],
	['a web page', '<!doctype html><html></html>', 'ANSWER_NOT_JSON', /HTML/],
	['plain words', 'upstream connect error', 'ANSWER_NOT_JSON', /not JSON/],
	['a bare null', 'null', 'ANSWER_NOT_JSON', /not JSON/],
	['a wrong line', `${line(0)}\n{"a": nope}\n`, 'ANSWER_NOT_JSON', /Part 2/],
	['brackets that do not match', '{"a": [}', 'ANSWER_TRUNCATED', /breaks off/],
	['a line break inside a text', '{"a": "b\nc"}', 'ANSWER_NOT_JSON', /not JSON/],
	['an array that is not closed', `[${line(0)},`, 'ANSWER_TRUNCATED', /breaks off/],
	['an array in an array', `[[${line(0)}]]`, 'ANSWER_TOO_DEEP', /64 levels/],
	['a million brackets', '['.repeat(1_000_000), 'ANSWER_TOO_DEEP', /64 levels/],
	[
		'a line with a million arrays in each other',
		`{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}\n`,
		'ANSWER_TOO_DEEP',
		/64 levels/,
	],
	['a million objects in each other', '{"a":'.repeat(1_000_000), 'ANSWER_TOO_DEEP', /64 levels/],
];

describe('the answer reader refuses', () => {
	test.each(refused)('%s', (_name, body, code, words) => {
		const { problem } = readBody(body);
		expect(problem).toMatchObject({ code, message: expect.stringMatching(words) as string });
	});

	test('what is larger than it reads, and says by how much', () => {
		const limits = { ...ANSWER_LIMITS, maxBytes: 100, maxValueBytes: 60, maxValues: 3 };
		const long = JSON.stringify({ a: 'x'.repeat(80) });
		expect(readBody(long, limits).problem?.message).toContain('at most 60');
		expect(readBody(`[${long}]`, limits).problem?.message).toContain('at most 60');
		expect(readBody('{}\n'.repeat(40), limits).problem?.message).toContain('is 120, at most 100');
		const { values, problem } = readBody('{}\n'.repeat(4), limits);
		expect(values).toHaveLength(3);
		expect(problem?.message).toContain('is 4, at most 3');
	});

	test('more blanks than come between pages, wherever they stand', () => {
		const limits = { ...ANSWER_LIMITS, maxBlankBytes: 100 };
		const blanks = ' \n'.repeat(60);
		expect(readBody(blanks, limits).problem?.message).toContain('is 120, at most 100');
		expect(readBody(line(0) + blanks, limits).values).toEqual([page(0)]);
		expect(readBody(`[${blanks}${line(0)}]`, limits).problem?.code).toBe('ANSWER_TOO_LARGE');
		expect(readBody(`{"a":${blanks}1}`, limits).problem).toBeUndefined();
	});

	test('an endless value as soon as it is too large', () => {
		const limits = { ...ANSWER_LIMITS, maxValueBytes: 1000 };
		let sent = 0;
		const endless = function* () {
			yield Buffer.from('{"a":"');
			for (; sent < 100; sent++) yield Buffer.alloc(100, 'x');
		};
		expect(readChunks(endless(), limits).problem?.code).toBe('ANSWER_TOO_LARGE');
	});
});

test('a million blank lines are no answer and no effort', () => {
	const { values, problem } = readBody(`${'\n'.repeat(1_000_000)}${line(0)}`);
	expect({ values, problem }).toEqual({ values: [page(0)], problem: undefined });
});

test('each byte of a value over many lines is looked at a fixed number of times', () => {
	const lines = Array.from({ length: 200_000 }, (_, index) => `"k${index}": {"a": [1]}`);
	const { values, problem } = readBody(`{\n${lines.join(',\n')}\n}`);
	expect(problem).toBeUndefined();
	expect(Object.keys(values[0] ?? {})).toHaveLength(200_000);
});
