import fc from 'fast-check';
import { parsePageRange } from '../../nodes/YandexVisionOcr/pages/range';
import { testLaw } from '../documents/fuzz';

const unit = fc.oneof(fc.constantFrom(...'-,0123 '), fc.string({ maxLength: 1 }));

testLaw(
	'no text makes the page range throw or name a page 0',
	fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit, minLength: 500, maxLength: 900 })),
	(text) => {
		const range = parsePageRange(text);
		return !range.ok || range.value.every(({ from, to }) => from !== 0 && to !== 0);
	},
);
