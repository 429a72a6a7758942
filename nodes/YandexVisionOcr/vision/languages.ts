/** A language code of the service and its English name. */
export interface Language {
	readonly code: string;
	readonly name: string;
}

/** Asks the service to find the language by itself. */
export const DETECT_LANGUAGE = '*';

/** Read by one model of the service, in any mixture. Source: the service's list of languages. */
export const LATIN_CYRILLIC_LANGUAGES: readonly Language[] = [
	{ code: 'az', name: 'Azerbaijani' },
	{ code: 'ba', name: 'Bashkir' },
	{ code: 'be', name: 'Belarusian' },
	{ code: 'bg', name: 'Bulgarian' },
	{ code: 'bs', name: 'Bosnian' },
	{ code: 'cs', name: 'Czech' },
	{ code: 'cv', name: 'Chuvash' },
	{ code: 'da', name: 'Danish' },
	{ code: 'de', name: 'German' },
	{ code: 'en', name: 'English' },
	{ code: 'es', name: 'Spanish' },
	{ code: 'et', name: 'Estonian' },
	{ code: 'fi', name: 'Finnish' },
	{ code: 'fr', name: 'French' },
	{ code: 'hu', name: 'Hungarian' },
	{ code: 'id', name: 'Indonesian' },
	{ code: 'it', name: 'Italian' },
	{ code: 'kk', name: 'Kazakh' },
	{ code: 'ky', name: 'Kyrgyz' },
	{ code: 'lt', name: 'Lithuanian' },
	{ code: 'lv', name: 'Latvian' },
	{ code: 'mt', name: 'Maltese' },
	{ code: 'nl', name: 'Dutch' },
	{ code: 'no', name: 'Norwegian' },
	{ code: 'pl', name: 'Polish' },
	{ code: 'pt', name: 'Portuguese' },
	{ code: 'ro', name: 'Romanian' },
	{ code: 'ru', name: 'Russian' },
	{ code: 'sah', name: 'Yakut' },
	{ code: 'sk', name: 'Slovak' },
	{ code: 'sl', name: 'Slovenian' },
	{ code: 'sr', name: 'Serbian' },
	{ code: 'sv', name: 'Swedish' },
	{ code: 'tg', name: 'Tajik' },
	{ code: 'tr', name: 'Turkish' },
	{ code: 'tt', name: 'Tatar' },
	{ code: 'uz', name: 'Uzbek' },
];

/** Each has a model of its own, which reads Russian and English beside it; one request uses one. */
export const SINGLE_LANGUAGES: readonly Language[] = [
	{ code: 'ar', name: 'Arabic' },
	{ code: 'el', name: 'Greek' },
	{ code: 'he', name: 'Hebrew' },
	{ code: 'hy', name: 'Armenian' },
	{ code: 'ja', name: 'Japanese' },
	{ code: 'ka', name: 'Georgian' },
	{ code: 'ko', name: 'Korean' },
	{ code: 'th', name: 'Thai' },
	{ code: 'vi', name: 'Vietnamese' },
	{ code: 'zh', name: 'Chinese' },
];

/** The languages that go together with one of `SINGLE_LANGUAGES`. */
export const COMPANION_CODES: readonly string[] = ['ru', 'en'];

export const LANGUAGES: readonly Language[] = [
	...LATIN_CYRILLIC_LANGUAGES,
	...SINGLE_LANGUAGES,
].sort((a, b) => (a.name < b.name ? -1 : 1));
