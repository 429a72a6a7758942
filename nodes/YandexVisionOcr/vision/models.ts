/**
 * What the service's recognition models are for and what they take. The parameters, the checks before
 * sending and the tables of the README derive from this table.
 * Source: the service's public documentation (models, supported languages), as of 2026.
 */
export interface Model {
	/** The name in the request; at most 50 characters. */
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** Whether `languageCodes: ["*"]` is taken. */
	readonly detectsLanguage: boolean;
	/** The only languages it reads, where that is fewer than the service's. */
	readonly languages?: readonly string[];
	/** The document fields a template model answers with, in `entities`. */
	readonly fields?: readonly string[];
}

const passportFields = [
	'name',
	'middle_name',
	'surname',
	'gender',
	'citizenship',
	'birth_date',
	'birth_place',
	'number',
	'issued_by',
	'issue_date',
	'subdivision',
	'expiration_date',
] as const;

/** In the order of their titles, as n8n's linter wants option lists. */
export const MODELS: readonly Model[] = [
	{
		id: 'driver-license-back',
		title: "Driver's License, Back",
		description: 'Gives the fields of the back as an entity set',
		detectsLanguage: true,
		fields: ['experience_from', 'number', 'issue_date', 'expiration_date', 'prev_number'],
	},
	{
		id: 'driver-license-front',
		title: "Driver's License, Front",
		description: 'Gives the fields of the front as an entity set',
		detectsLanguage: true,
		fields: [
			'name',
			'middle_name',
			'surname',
			'number',
			'birth_date',
			'issue_date',
			'expiration_date',
		],
	},
	{
		id: 'handwritten',
		title: 'Handwriting',
		description: 'Typed and handwritten text, mixed in any way (Russian and English)',
		detectsLanguage: false,
		languages: ['ru', 'en'],
	},
	{
		id: 'license-plates',
		title: 'License Plates',
		description: 'The number plates of vehicles in a photo, and nothing else',
		detectsLanguage: false,
		languages: ['ru', 'en'],
	},
	{
		id: 'markdown',
		title: 'Markdown',
		description: 'Text with its headings, lists and tables as Markdown, beside the words',
		detectsLanguage: true,
	},
	{
		id: 'math-markdown',
		title: 'Markdown with Formulas',
		description: 'As Markdown, with formulas as LaTeX',
		detectsLanguage: true,
	},
	{
		id: 'page',
		title: 'Page, One Column',
		description: 'Any picture or page of text in one column. Right for most files.',
		detectsLanguage: true,
	},
	{
		id: 'page-column-sort',
		title: 'Page, Several Columns',
		description: 'Pages set in columns, such as newspapers: read column by column',
		detectsLanguage: true,
	},
	{
		id: 'passport',
		title: 'Passport',
		description: "Gives the fields of a passport's main spread as an entity set",
		detectsLanguage: true,
		fields: passportFields,
	},
	{
		id: 'table',
		title: 'Table',
		description: 'Text with its tables: cells, rows and columns (Russian, English, Turkish)',
		detectsLanguage: false,
		languages: ['ru', 'en', 'tr'],
	},
	{
		id: 'vehicle-registration-back',
		title: 'Vehicle Registration, Back',
		description: 'Gives the fields of the back of a registration certificate as an entity set',
		detectsLanguage: true,
		fields: ['stsback_car_owner', 'stsback_sts_number'],
	},
	{
		id: 'vehicle-registration-front',
		title: 'Vehicle Registration, Front',
		description: 'Gives the fields of the front of a registration certificate as an entity set',
		detectsLanguage: true,
		fields: [
			'stsfront_car_number',
			'stsfront_vin_number',
			'stsfront_car_brand',
			'stsfront_car_model',
			'stsfront_car_year',
			'stsfront_car_chassis_number',
			'stsfront_car_trailer_number',
			'stsfront_car_color',
			'stsfront_sts_number',
		],
	},
];

export const DEFAULT_MODEL = 'page';

/** The API's limit on a model's name, which also bounds what an expression can send. */
export const MAX_MODEL_LENGTH = 50;

/** The model's row, or undefined for one that is newer than this table. */
export function findModel(id: string): Model | undefined {
	return MODELS.find((model) => model.id === id);
}
