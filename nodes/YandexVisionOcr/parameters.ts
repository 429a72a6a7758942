import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { isFile } from './inputFiles';
import { readOptions, type Options } from './options';
import { ParameterReader, unreadableParameter } from './parameterValues';
import { failed, ok, type Problem, type Result } from './problem';
import { checkLanguages } from './vision/checkLanguages';
import { DEFAULT_MODEL } from './vision/models';

export const OUTPUTS = [
	'word',
	'line',
	'block',
	'page',
	'document',
	'table',
	'tableRow',
	'entity',
	'picture',
	'raw',
] as const;
export type Output = (typeof OUTPUTS)[number];

export const OPERATIONS = ['recognize', 'submit', 'getResult', 'cancel'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Where the bytes come from. */
export type InputParameters =
	| { readonly source: 'binary'; readonly fields: string }
	| { readonly source: 'file'; readonly file: IBinaryData }
	| { readonly source: 'base64'; readonly base64: string }
	| { readonly source: 'url'; readonly url: string };

/** What to recognize and how: Recognize Text and Submit. */
export interface SendParameters {
	readonly input: InputParameters;
	readonly model: string;
	/** Checked against the model. */
	readonly languageCodes: readonly string[];
	readonly options: Options;
}

/** What becomes an item: Recognize Text and Get Result. */
export interface ReadParameters {
	readonly output: Output;
	readonly simplify: boolean;
	readonly options: Options;
}

/** Which recognition: Get Result and Cancel. */
export interface ReferenceParameters {
	readonly operationId: string;
	readonly waitForResult: boolean;
}

type Context = Pick<IExecuteFunctions, 'getNodeParameter'>;

export function readOperation(context: Context): Operation {
	const operation = context.getNodeParameter('operation', 0, 'recognize') as string;
	return OPERATIONS.find((candidate) => candidate === operation) ?? 'recognize';
}

export function readSendParameters(context: Context, itemIndex: number): Result<SendParameters> {
	const options = readItemOptions(context, itemIndex);
	if (!options.ok) return options;
	const read = reader(context, itemIndex, {
		inputSource: 'binary',
		binaryPropertyName: 'data',
		base64: '',
		url: '',
		model: DEFAULT_MODEL,
		languages: [],
	});
	const input = read.result(readInput(read));
	if (!input.ok) return input;
	const model = read.text('model', DEFAULT_MODEL);
	const chosen = read.result(read.list('languages', []));
	if (!chosen.ok) return chosen;
	const languageCodes = checkLanguages(model, chosen.value);
	if (!languageCodes.ok) return languageCodes;
	return ok({
		input: input.value,
		model,
		languageCodes: languageCodes.value,
		options: options.value,
	});
}

export function readReadParameters(context: Context, itemIndex: number): Result<ReadParameters> {
	const options = readItemOptions(context, itemIndex);
	if (!options.ok) return options;
	const read = reader(context, itemIndex, { output: 'word', simplify: true });
	return read.result({
		output: read.choice('output', OUTPUTS, 'word'),
		simplify: read.flag('simplify', true),
		options: options.value,
	});
}

export function readReferenceParameters(
	context: Context,
	itemIndex: number,
): Result<ReferenceParameters> {
	const read = reader(context, itemIndex, { operationId: '', waitForResult: true });
	return read.result({
		operationId: read.text('operationId', '').trim(),
		waitForResult: read.flag('waitForResult', true),
	});
}

/** Cancel has no options: the editor shows none, and the defaults hold. */
export function readItemOptions(context: Context, itemIndex: number): Result<Options> {
	const read = readParameter(context, 'options', itemIndex, {});
	if (!read.ok) return read;
	return readOptions(typeof read.value === 'object' ? { ...read.value } : {});
}

function readInput(read: ParameterReader): InputParameters {
	const source = read.choice('inputSource', ['binary', 'base64', 'url'], 'binary');
	switch (source) {
		case 'binary': {
			const file = read.value('binaryPropertyName');
			if (isFile(file)) return { source: 'file', file };
			return { source, fields: read.text('binaryPropertyName', 'data') };
		}
		case 'base64':
			return { source, base64: read.text('base64', '') };
		case 'url':
			return { source, url: read.text('url', '').trim() };
	}
}

/** Parameters that the editor hides are absent: the fallback stands in. */
function reader(
	context: Context,
	itemIndex: number,
	fallbacks: Readonly<Record<string, string | boolean | string[]>>,
): ParameterReader {
	const given: Record<string, unknown> = {};
	let problem: Problem | undefined;
	for (const [name, fallback] of Object.entries(fallbacks)) {
		const read = readParameter(context, name, itemIndex, fallback);
		if (read.ok) given[name] = read.value;
		else problem ??= read.error;
	}
	return new ParameterReader(given, problem);
}

/** An expression that fails for one item must not take the other items with it. */
function readParameter(
	context: Context,
	name: string,
	itemIndex: number,
	fallback: string | boolean | string[] | object,
): Result<unknown> {
	try {
		return ok(context.getNodeParameter(name, itemIndex, fallback));
	} catch (error) {
		return failed(unreadableParameter(name, error));
	}
}
