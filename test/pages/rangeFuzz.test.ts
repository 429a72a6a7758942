import fc from 'fast-check';
import { parsePageRange } from '../../nodes/YandexVisionOcr/pages/range';
import { fuzzRuns, fuzzTimeoutMs } from '../documents/fuzz';

test(
	'no text makes the page range throw or name a page 0',
	() => {
		const unit = fc.oneof(fc.constantFrom(...'-,0123 '), fc.string({ maxLength: 1 }));
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
				const range = parsePageRange(text);
				return !range.ok || range.value.every(({ from, to }) => from !== 0 && to !== 0);
			}),
			fuzzRuns,
		);
	},
	fuzzTimeoutMs,
);
