import fc from 'fast-check';
import { readInView, testLaw } from '../documents/fuzz';
import { readBody, readChunks } from '../support/answers';

/** Objects whose keys and texts are full of what the reader looks for. */
const text = fc.string({
	unit: fc.oneof(
		fc.constantFrom(...'{}[]",\\\n\r \u2028'),
		fc.string({ unit: 'grapheme', maxLength: 1 }),
	),
	maxLength: 8,
});
const value = fc.dictionary(
	text,
	fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text, { maxLength: 3 })),
	{ maxKeys: 3, noNullPrototype: true },
);

type Print = (values: readonly object[]) => string;

const prints: readonly Print[] = [
	(values) => values.map((one) => JSON.stringify(one)).join('\n'),
	(values) => values.map((one) => `${JSON.stringify(one)}\r\n\r\n`).join(''),
	(values) => values.map((one) => JSON.stringify(one, null, 2)).join('\n'),
	(values) => values.map((one) => JSON.stringify(one)).join(''),
	(values) => `\ufeff${JSON.stringify(values)}\n`,
	(values) => JSON.stringify(values, null, '\t'),
	(values) => values.map((one, at) => JSON.stringify(one, null, at % 2)).join(' \n'),
];

function cut(body: Buffer, at: readonly number[]): readonly Buffer[] {
	const places = [0, ...at.map((share) => Math.floor(share * body.length)), body.length];
	places.sort((a, b) => a - b);
	return places.slice(1).map((end, index) => body.subarray(places[index], end));
}

testLaw(
	'however objects are printed and cut into chunks, the same objects are read',
	fc.tuple(
		fc.array(value, { minLength: 1, maxLength: 4 }),
		fc.constantFrom(...prints),
		fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
	),
	([values, print, cuts]) => {
		const read = readChunks(cut(Buffer.from(print(values)), cuts));
		return read.problem === undefined && JSON.stringify(read.values) === JSON.stringify(values);
	},
);

const byte = fc.oneof(fc.constantFrom(...Buffer.from('{}[]",\\:1n\n\r <\ufeff')), fc.nat(255));

testLaw(
	'no bytes make the reader throw or read beyond its chunk, and what it reads are objects',
	fc.tuple(fc.array(byte, { maxLength: 40 }), fc.nat(40)),
	([bytes, at]) => {
		const body = Buffer.from(bytes);
		const whole = readInView(body, readBody);
		const cutInTwo = readChunks([body.subarray(0, at), body.subarray(at)]);
		return (
			JSON.stringify(cutInTwo) === JSON.stringify(whole) &&
			(whole.problem !== undefined || whole.values.length > 0) &&
			whole.values.every((one) => typeof one === 'object' && !Array.isArray(one))
		);
	},
);
