import fc from 'fast-check';
import { createCollector } from '../../nodes/YandexVisionOcr/items/collector';
import { pageFromWire, pageNumberOf } from '../../nodes/YandexVisionOcr/pages/fromWire';
import { readAnswer } from '../../nodes/YandexVisionOcr/vision/answer';
import { testLaw } from '../documents/fuzz';
import { answerBytes, answerNames, readBody } from '../support/answers';
import { outputs, shapeOf, sourceOf } from '../support/shapes';

const recorded: readonly object[] = answerNames.flatMap((name) => {
	const { values } = readBody(answerBytes(name));
	return values.filter((value) => JSON.stringify(value).length < 2000);
});

const keys = fc.constantFrom(
	...[
		'__proto__',
		'constructor',
		'prototype',
		'toString',
		'valueOf',
		'text',
		'length',
		'x',
		'page',
	],
);
const anything = fc.oneof(
	fc.constantFrom(
		null,
		true,
		false,
		0,
		-1,
		1e308,
		2 ** 53,
		'',
		' ',
		'-1',
		'1e999',
		'NaN',
		'9007199254740993',
	),
	fc.string({ maxLength: 5 }),
	fc.constantFrom([], {}, [[]], [null], { vertices: [{}] }, { vertices: 'none' }),
	fc
		.constantFrom('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
		.map((json): unknown => JSON.parse(json)),
	fc.json({ maxDepth: 2 }).map((json): unknown => JSON.parse(json)),
);

interface Change {
	readonly steps: readonly number[];
	readonly key: string | undefined;
	readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
	steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }),
	key: fc.option(keys, { nil: undefined }),
	value: anything,
});

/** A copy of the answer in which one value, somewhere, is something else. */
function changed(answer: object, { steps, key, value }: Change): object {
	const copy = JSON.parse(JSON.stringify(answer)) as Record<string, unknown>;
	let place = copy;
	for (const step of steps.slice(0, -1)) {
		const children = Object.values(place).filter(
			(child) => typeof child === 'object' && child !== null,
		);
		const next = children[step % Math.max(1, children.length)];
		if (next === undefined) break;
		place = next as Record<string, unknown>;
	}
	const names = Object.keys(place);
	const name =
		(Array.isArray(place) ? undefined : key) ??
		names[(steps.at(-1) ?? 0) % Math.max(1, names.length)] ??
		'text';
	Object.defineProperty(place, name, {
		value,
		enumerable: true,
		configurable: true,
		writable: true,
	});
	return copy;
}

testLaw(
	'no answer makes the node throw, touches a prototype or lets a wrong number through',
	fc.tuple(
		fc.constantFrom(...recorded),
		fc.array(change, { minLength: 1, maxLength: 3 }),
		fc.constantFrom(...outputs),
		fc.boolean(),
	),
	([answer, changes, output, simplify]) => {
		const value = changes.reduce(changed, answer);
		const collector = createCollector(shapeOf({ output, simplify }), sourceOf({}));
		const read = readAnswer(value);
		if (read.kind === 'failed') collector.addProblem(read.pageNumber, read.problem);
		else {
			const page = pageFromWire(read.page, simplify ? 'brief' : 'full');
			if (page.ok) collector.add(page.value);
			else collector.addProblem(pageNumberOf(read.page), page.error);
		}
		if (output === 'raw') collector.addRaw(value);
		const { items } = collector.finish();
		const text = JSON.stringify(items);
		return (
			!Object.hasOwn(Object.prototype, 'polluted') &&
			!/"__proto__"|"constructor"\s*:\s*\{/.test(text) &&
			items.every(hasFiniteNumbers)
		);
	},
);

function hasFiniteNumbers(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (typeof value !== 'object' || value === null) return true;
	return Object.values(value).every(hasFiniteNumbers);
}
