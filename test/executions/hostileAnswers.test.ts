import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Endpoint } from '../../ocr-server/endpoint';
import type { FaultAction } from '../../ocr-server/faults/fault';
import { pngWith } from '../documents/build';
import { errorsOf, itemWith, recognizeLocally } from '../support/engine/recognizeLocally';
import { ocrNode } from '../support/engine/recognize';
import { signInBy, type SignIn, type Way } from '../support/secrets/signIns';
import { trials } from '../support/trials';

const file = itemWith({ data: ['picture.png', pngWith([])] });

async function run({ server, credential }: SignIn, count: number, parameters: INodeParameters) {
	return await recognizeLocally(server, {
		items: Array.from({ length: count }, () => file),
		credentials: { yandexVisionOcrApi: credential },
		parameters,
		onError: 'continueRegularOutput',
	});
}

/** What is said is ours: words, a hint, a code; never the text of a JavaScript error. */
function expectWords(errors: readonly IDataObject[]): void {
	for (const { message, hint, code } of errors) {
		expect(message).toMatch(/^picture\.png: [A-Z].*\.$/s);
		expect(message).not.toMatch(
			/TypeError|RangeError|undefined|\[object|is not a function|cannot read/i,
		);
		expect(hint).toMatch(/\.$/);
		expect(code).toMatch(/^[A-Z_]+$/);
	}
}

function prototypes(): string {
	return JSON.stringify(
		[Object, Array, Function, String].map((type) => [
			Object.getOwnPropertyNames(type.prototype),
			Object.keys(type.prototype as object),
		]),
	);
}

const pristine = prototypes();

const bombs: ReadonlyArray<readonly [name: string, fault: FaultAction]> = [
	['a gzip bomb of blanks', { kind: 'gzipBomb' }],
	['an endless line', { kind: 'endless' }],
	['an endless page', { kind: 'endless', beginning: '{"result":{"textAnnotation":{"fullText":"' }],
	['endless blanks in a page', { kind: 'endless', beginning: '{"result": {"x": 1}}\n'.repeat(9) }],
	['a million blank lines', { kind: 'blankLines' }],
	['JSON a million levels deep', { kind: 'deepJson' }],
];

const places: ReadonlyArray<readonly [endpoint: Endpoint, way: Way, mode: 'sync' | 'async']> = [
	['sync', 'apiKey', 'sync'],
	['submit', 'apiKey', 'async'],
	['state', 'apiKey', 'async'],
	['result', 'apiKey', 'async'],
	['tokens', 'oauthToken', 'sync'],
];

test.each(bombs)(
	'%s is refused in words, wherever it comes',
	async (_name, fault) => {
		for (let left = trials(1, 50).length; left > 0; left -= 1) {
			const refused = places.map(async ([endpoint, way, processingMode]) => {
				const signIn = await signInBy(way);
				signIn.server.addFault({ ...fault, on: endpoint });
				const options = { processingMode, maxAttempts: 1, maxWaitSeconds: 1 };
				const execution = await run(signIn, 1, { options });
				await signIn.server.close();
				return errorsOf(execution);
			});
			const errors = await Promise.all(refused);

			expect(errors.map(({ length }) => length)).toEqual(places.map(() => 1));
			errors.forEach(expectWords);
			expect(prototypes()).toBe(pristine);
		}
	},
	trials(30, 600).length * 1000,
);

const key = fc.constantFrom(
	...['result', 'textAnnotation', 'page', 'blocks', 'lines', 'words', 'text', 'boundingBox'],
	...['vertices', 'x', 'width', 'height', 'entities', 'tables', 'cells', 'fullText', 'error'],
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON'],
);
const { value: hostile } = fc.letrec<{ value: unknown; object: string }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 6 },
		fc.constantFrom(
			'null',
			'true',
			'0',
			'-1',
			'1e400',
			'9007199254740993',
			'""',
			'"x"',
			'[]',
			'{}',
		),
		tie('object'),
		fc.array(tie('value'), { maxLength: 4 }).map((values) => `[${values.join(',')}]`),
	),
	object: fc
		.array(fc.tuple(key, tie('value')), { maxLength: 6 })
		.map(
			(entries) => `{${entries.map(([name, value]) => `"${name}":${String(value)}`).join(',')}}`,
		),
}));

/** A page with something wrong put in at one place, whose keys are written out: JSON.stringify drops `__proto__`. */
const page = hostile.chain((value) =>
	fc.constantFrom(
		`{"result":${String(value)}}`,
		`{"result":{"textAnnotation":${String(value)},"page":"0"}}`,
		`{"__proto__":{"polluted":1},"result":{"textAnnotation":{"width":"9","height":"9","blocks":${String(value)}}}}`,
		`{"result":{"textAnnotation":{"blocks":[{"lines":[{"words":[${String(value)}]}]}],"entities":${String(value)}},"page":${String(value)}}}`,
		`{"constructor":{"prototype":${String(value)}},"error":${String(value)}}`,
		String(value),
	),
);

const outputs = ['word', 'line', 'block', 'page', 'document', 'table', 'tableRow', 'entity', 'raw'];

test(
	'answers with wrong types and prototype keys everywhere are items or errors in words',
	async () => {
		const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
		for (const trial of trials(3, 200)) {
			const signIn = await signInBy('apiKey');
			const { server } = signIn;
			const bodies = fc.sample(page, { numRuns: 50, seed: seed + trial });
			for (const body of bodies) server.addFault({ kind: 'body', body, on: 'sync', times: 1 });
			const output = outputs[(seed + trial) % outputs.length] ?? 'word';
			const options = { processingMode: 'sync', maxAttempts: 1, maxWaitSeconds: 5 };
			const simplify = trial % 2 === 0;
			const execution = await run(signIn, bodies.length, { output, simplify, options });
			await server.close();

			expect([seed, trial, execution.error?.message]).toEqual([seed, trial, undefined]);
			expectWords(errorsOf(execution));
			expect(prototypes()).toBe(pristine);
			for (const { json } of execution.items(ocrNode)) expect(json).not.toHaveProperty('polluted');
		}
	},
	trials(60, 600).length * 1000,
);

test.each(['raw', 'word', 'page', 'document'])(
	'a part of a page that nobody asked for may be 200,000 levels deep: output %s',
	async (output) => {
		const signIn = await signInBy('apiKey');
		const deep = '['.repeat(200_000) + ']'.repeat(200_000);
		const body = `{"result":{"textAnnotation":{"width":"9","height":"9","extra":${deep}}}}`;
		signIn.server.addFault({ kind: 'body', body, on: 'sync' });
		const options = { processingMode: 'sync', maxAttempts: 1 };
		const execution = await run(signIn, 1, { output, options });
		await signIn.server.close();

		expect(execution.error).toBeUndefined();
		expectWords(errorsOf(execution));
		expect(() => execution.stored()).not.toThrow();
	},
);
