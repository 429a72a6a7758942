import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { DETECT_LANGUAGE, LANGUAGES } from '../vision/languages';
import { DEFAULT_MODEL, MODELS } from '../vision/models';
import { SENDING, showFor } from './operations';

const languageOptions: INodePropertyOptions[] = LANGUAGES.map(({ code, name }) => ({
	name: `${name} (${code})`,
	value: code,
}));

const refusingDetection = MODELS.filter((model) => !model.detectsLanguage).map(({ id }) => id);

export const model: INodeProperties[] = [
	{
		displayName: 'Model',
		name: 'model',
		type: 'options',
		displayOptions: showFor(SENDING),
		options: MODELS.map(({ id, title, description }) => ({ name: title, value: id, description })),
		default: DEFAULT_MODEL,
		description:
			"What kind of document it is. A model that is newer than this list can be given by an expression: the service's own name for it.",
	},
	{
		displayName: 'Languages',
		name: 'languages',
		type: 'multiOptions',
		displayOptions: {
			show: showFor(SENDING).show ?? {},
			hide: { model: refusingDetection },
		},
		options: [{ name: 'Detect Automatically', value: DETECT_LANGUAGE }, ...languageOptions],
		default: [DETECT_LANGUAGE],
		hint: 'Vietnamese and languages in other scripts than Latin and Cyrillic: one at a time, with Russian and English',
		description: 'The languages in the document. Naming them helps with short or mixed texts.',
	},
	{
		displayName: 'Languages',
		name: 'languages',
		type: 'multiOptions',
		displayOptions: showFor(SENDING, { model: refusingDetection }),
		options: languageOptions,
		default: ['ru', 'en'],
		hint: 'Handwriting and License Plates: Russian, English. Table: Russian, English, Turkish.',
		description: 'The languages in the document. This model does not detect them by itself.',
	},
];
