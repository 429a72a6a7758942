import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { errorJson, type ProblemPlace } from './errors';
import { filesOf } from './inputFiles';
import type { Carried, Performed } from './outcome';
import type { Problem } from './problem';

/**
 * All items in the order of the input: a file's items, then the errors of its pages. Linear in the
 * items; the items of one input item share their `pairedItem`.
 */
export function outputItems(
	inputItems: readonly INodeExecutionData[],
	performed: readonly Performed[],
): INodeExecutionData[] {
	const output: INodeExecutionData[] = [];
	for (const { place, carried, outcome } of performed) {
		const input = inputItems[place.itemIndex];
		const pairedItem = { item: place.itemIndex };
		switch (outcome.kind) {
			case 'items':
				for (const item of outcome.items)
					output.push({ ...carry(item, input, carried), pairedItem });
				for (const problem of outcome.problems) output.push(errorItem(problem, place, input));
				break;
			case 'skipped':
				if (!outcome.asItem) break;
				output.push({ ...carry(skippedItem(place, outcome.reason), input, carried), pairedItem });
				break;
			case 'failed':
				output.push(errorItem(outcome.problem, place, input));
		}
	}
	return output;
}

/** n8n sends it to the error output, where it merges the input's fields in. */
function errorItem(
	problem: Problem,
	place: ProblemPlace,
	input: INodeExecutionData | undefined,
): INodeExecutionData {
	return {
		json: errorJson(problem, place),
		...(input?.binary === undefined ? {} : { binary: input.binary }),
		pairedItem: { item: place.itemIndex },
	};
}

function skippedItem(place: ProblemPlace, reason: string): INodeExecutionData {
	return {
		json: {
			file: place.file ?? null,
			binaryField: place.binaryField ?? null,
			skipped: true,
			reason,
		},
	};
}

/** The node's own fields and files win where names are the same. */
function carry(
	item: INodeExecutionData,
	input: INodeExecutionData | undefined,
	{ inputFields, inputFieldNames, keepBinary }: Carried,
): INodeExecutionData {
	if (input === undefined) return item;
	const json =
		inputFields === 'none'
			? item.json
			: { ...fieldsOf(input, inputFields, inputFieldNames), ...item.json };
	const binary = { ...(keepBinary ? filesOf(input) : undefined), ...item.binary };
	return Object.keys(binary).length === 0 ? { json } : { json, binary };
}

function fieldsOf(
	{ json }: INodeExecutionData,
	which: 'all' | 'chosen',
	names: readonly string[],
): IDataObject {
	if (which === 'all') return json;
	return Object.fromEntries(
		names.filter((name) => Object.hasOwn(json, name)).map((name) => [name, json[name]]),
	) as IDataObject;
}
