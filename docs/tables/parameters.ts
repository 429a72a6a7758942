import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { properties } from '../../nodes/YandexVisionOcr/description/properties';
import { fromHtml, markdownTable } from './markdown';

const header = ['parameter', 'name', 'where', 'default', 'what it does'];

/** Every parameter of the node, from its description. */
export function parameters(): string {
	const top = properties.filter(({ type }) => type !== 'collection');
	const options = new Map<string, INodeProperties>();
	for (const property of properties) {
		for (const option of nested(property)) options.set(option.name, option);
	}
	const names = [...options.values()].sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
	return [
		markdownTable(
			header,
			top.map((property) => row(property, operationsOf(property))),
		),
		'## Options',
		markdownTable(
			header,
			names.map((option) =>
				row(
					option,
					properties
						.filter((property) => nested(property).some(({ name }) => name === option.name))
						.flatMap(operationsOf),
				),
			),
		),
	].join('\n\n');
}

function nested(property: INodeProperties): readonly INodeProperties[] {
	if (property.type !== 'collection') return [];
	return (property.options ?? []) as INodeProperties[];
}

function row(property: INodeProperties, operations: readonly string[]): readonly string[] {
	const { displayName, name, description = '', hint = '' } = property;
	return [
		displayName,
		`\`${name}\``,
		[...operations, ...conditionsOf(property)].join('; '),
		defaultOf(property),
		[fromHtml(description), ...valuesOf(property), hint]
			.filter((part) => part !== '')
			.join('. ')
			.replace(/\.\./g, '.'),
	];
}

const operationTitles: Readonly<Record<string, string>> = {
	recognize: 'Recognize Text',
	submit: 'Submit',
	getResult: 'Get Result',
	cancel: 'Cancel',
};

function operationsOf({ displayOptions }: INodeProperties): readonly string[] {
	const shown = displayOptions?.show?.operation as readonly string[] | undefined;
	return (shown ?? []).map((operation) => operationTitles[operation] ?? operation);
}

function conditionsOf({ displayOptions }: INodeProperties): readonly string[] {
	return Object.entries(displayOptions?.show ?? {})
		.filter(([name]) => !['resource', 'operation'].includes(name))
		.map(([name, values]) => `${name.replace('/', '')} = ${(values ?? []).join(', ')}`);
}

function defaultOf({ default: value, type }: INodeProperties): string {
	if (type === 'fixedCollection' || value === '') return '';
	return `\`${JSON.stringify(value).replace(/^"|"$/g, '')}\``;
}

/** What a rectangle and the like are made of. */
function fieldsOf(groups: readonly INodePropertyCollection[]): readonly string[] {
	const fields = groups.flatMap(({ name: group, values }) =>
		values.map((value) => {
			const choices = value.type === 'options' ? `; ${valuesOf(value).join('')}` : '';
			const name = `\`${group}.${value.name}\``;
			return `${value.displayName} ${name} (default ${defaultOf(value)}${choices})`;
		}),
	);
	return [`Fields: ${fields.join(', ')}`];
}

/** The languages have a list of their own in the editor. */
const MAX_LISTED = 15;

function valuesOf({ type, options = [] }: INodeProperties): readonly string[] {
	if (type === 'fixedCollection') return fieldsOf(options as INodePropertyCollection[]);
	if (type !== 'options' && type !== 'multiOptions') return [];
	const values = (options as Array<INodePropertyOptions | INodePropertyCollection>).map((option) =>
		'value' in option ? `${option.name} \`${String(option.value)}\`` : '',
	);
	return values.length > MAX_LISTED ? [] : [`Values: ${values.join('; ')}`];
}
