import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { InputDocument } from './documents/inputDocument';
import { inputDocuments } from './inputDocuments';
import { cancel } from './operations/cancel';
import type { StoreFile } from './operations/collectedOutcome';
import { getResult } from './operations/getResult';
import { recognize } from './operations/recognize';
import { submit } from './operations/submit';
import type { Carried, Outcome, Task } from './outcome';
import { outputShape } from './outputShape';
import {
	readItemOptions,
	readReadParameters,
	readReferenceParameters,
	readSendParameters,
	type Operation,
	type SendParameters,
} from './parameters';
import { failed, ok, type Problem, type Result } from './problem';
import type { Session } from './session';

/** One input item with what the tasks of all operations need. */
interface ItemContext {
	readonly context: IExecuteFunctions;
	readonly session: Session;
	readonly item: INodeExecutionData;
	readonly itemIndex: number;
}

/** The pieces of work in one input item: one for each of its files, or one for its operation ID. */
export function tasksOf(of: ItemContext, operation: Operation): readonly Task[] {
	const tasks = planned[operation](of);
	return tasks.ok ? tasks.value : [failing(of, tasks.error)];
}

type Planner = (of: ItemContext) => Result<readonly Task[]>;

const planned: Readonly<Record<Operation, Planner>> = {
	recognize: (of) => {
		const parameters = readSendParameters(of.context, of.itemIndex);
		if (!parameters.ok) return parameters;
		const reading = readReadParameters(of.context, of.itemIndex);
		if (!reading.ok) return reading;
		const shape = outputShape(reading.value);
		if (!shape.ok) return shape;
		const store = storeOf(of.context);
		return fileTasks(
			of,
			parameters.value,
			async (document) =>
				await recognize(of.session, document, parameters.value, shape.value, store),
		);
	},
	submit: (of) => {
		const parameters = readSendParameters(of.context, of.itemIndex);
		if (!parameters.ok) return parameters;
		return fileTasks(
			of,
			parameters.value,
			async (document) => await submit(of.session, document, parameters.value),
		);
	},
	getResult: (of) => {
		const { context, session, item, itemIndex } = of;
		const reading = readReadParameters(context, itemIndex);
		if (!reading.ok) return reading;
		const reference = readReferenceParameters(context, itemIndex);
		if (!reference.ok) return reference;
		const shape = outputShape(reading.value);
		if (!shape.ok) return shape;
		const request = {
			reference: reference.value,
			shape: shape.value,
			options: reading.value.options,
			json: item.json,
			store: storeOf(context),
		};
		return itemTask(of, request.options, async () => await getResult(session, request));
	},
	cancel: (of) => {
		const { context, session, itemIndex } = of;
		const options = readItemOptions(context, itemIndex);
		if (!options.ok) return options;
		const reference = readReferenceParameters(context, itemIndex);
		if (!reference.ok) return reference;
		const { operationId } = reference.value;
		return itemTask(
			of,
			options.value,
			async () => await cancel(session, operationId, options.value),
		);
	},
};

function fileTasks(
	of: ItemContext,
	parameters: SendParameters,
	perform: (document: InputDocument) => Promise<Outcome>,
): Result<readonly Task[]> {
	const { context, session, item, itemIndex } = of;
	const documents = inputDocuments(context, itemIndex, item, parameters, session);
	if (!documents.ok) return documents;
	const { options } = parameters;
	if (documents.value.length === 0)
		return itemTask(of, options, async () => await noFile(parameters));
	return {
		ok: true,
		value: documents.value.map((document) => ({
			place: { itemIndex, file: document.fileName, binaryField: document.binaryField },
			carried: options,
			perform: async () => await perform(document),
		})),
	};
}

/** A wildcard that finds no file is no error: the next e-mail may have one. */
async function noFile({ input, options }: SendParameters): Promise<Outcome> {
	const fields = input.source === 'binary' ? input.fields : '';
	const remarks = [`no file fits Input Binary Field ${fields}`];
	const items =
		options.whenEmpty === 'item' ? [{ json: { file: null, text: '', empty: true } }] : [];
	return await Promise.resolve({ kind: 'items', items, problems: [], remarks });
}

function itemTask(
	{ itemIndex }: ItemContext,
	carried: Carried,
	perform: () => Promise<Outcome>,
): Result<readonly Task[]> {
	return { ok: true, value: [{ place: { itemIndex }, carried, perform }] };
}

function failing({ itemIndex }: ItemContext, problem: Problem): Task {
	return {
		place: { itemIndex },
		carried: { inputFields: 'none', inputFieldNames: [], keepBinary: false },
		perform: async () => await Promise.resolve({ kind: 'failed', problem }),
	};
}

function storeOf(context: IExecuteFunctions): StoreFile {
	return async (bytes, fileName, mimeType) => {
		try {
			return ok(await context.helpers.prepareBinaryData(bytes, fileName, mimeType));
		} catch {
			return failed(notStored);
		}
	};
}

const notStored: Problem = {
	code: 'FILE_NOT_STORED',
	message: 'The text was recognized, but n8n could not store the file with it.',
	hint: "Check the space and the permissions of n8n's storage for binary data, or set Words as File to None.",
	retryable: true,
};
