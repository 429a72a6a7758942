import { AnswerItems } from '../../nodes/YandexVisionOcr/operations/answerItems';
import { answerBytes, readBody } from '../support/answers';
import { outputs, shapeOf, sourceOf } from '../support/shapes';

const { values } = readBody(answerBytes('pages-out-of-order.jsonl'));

async function read(items: AnswerItems, taken: readonly object[]): Promise<void> {
	items.restart();
	for (const value of taken) await items.take(value);
}

test.each(outputs)(
	'an answer for output %s that broke off and is read again leaves nothing of the first time',
	async (output) => {
		const newItems = () =>
			new AnswerItems(
				shapeOf({ output }),
				sourceOf({}),
				(words) => words,
				async () => undefined,
			);
		const once = newItems();
		await read(once, values);
		const twice = newItems();
		await read(twice, values.slice(0, -1));
		await read(twice, values);

		expect(values.length).toBeGreaterThan(1);
		expect(twice.finish()).toEqual(once.finish());
	},
);
