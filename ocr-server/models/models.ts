import type { RecognizedPage } from '../recognizers/recognizer';
import { type PageAnnotation, plainAnnotation } from './annotation';

export interface Model {
	/** The languages it takes, for a model that refuses to detect them. */
	readonly namedLanguages?: readonly string[];
	readonly annotate: (page: RecognizedPage) => PageAnnotation;
}

export const MODELS: Readonly<Record<string, Model>> = {
	page: { annotate: plainAnnotation },
	'page-column-sort': { annotate: plainAnnotation },
	handwritten: { namedLanguages: ['ru', 'en'], annotate: plainAnnotation },
	table: { namedLanguages: ['ru', 'en', 'tr'], annotate: plainAnnotation },
	markdown: { annotate: plainAnnotation },
	'math-markdown': { annotate: plainAnnotation },
	passport: { annotate: plainAnnotation },
	'driver-license-front': { annotate: plainAnnotation },
	'driver-license-back': { annotate: plainAnnotation },
	'vehicle-registration-front': { annotate: plainAnnotation },
	'vehicle-registration-back': { annotate: plainAnnotation },
	'license-plates': { namedLanguages: ['ru', 'en'], annotate: plainAnnotation },
};
