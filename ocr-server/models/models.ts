import type { RecognizedPage } from '../recognizers/recognizer';
import type { PageAnnotation } from './annotation';
import { annotateColumns } from './columns';
import { annotateLicensePlates } from './licensePlates';
import { annotateMarkdown, annotateMathMarkdown } from './markdown';
import { annotatePage } from './page';
import { annotateTable } from './table';
import { annotateTemplate } from './template';
import {
	DRIVER_LICENSE_BACK,
	DRIVER_LICENSE_FRONT,
	PASSPORT,
	VEHICLE_REGISTRATION_BACK,
	VEHICLE_REGISTRATION_FRONT,
} from './templates';

export interface Model {
	/** The languages it takes, for a model that refuses to detect them. */
	readonly namedLanguages?: readonly string[];
	readonly annotate: (page: RecognizedPage) => PageAnnotation;
}

/** How real each one is: README.md. */
export const MODELS: Readonly<Record<string, Model>> = {
	page: { annotate: annotatePage },
	'page-column-sort': { annotate: annotateColumns },
	handwritten: { namedLanguages: ['ru', 'en'], annotate: annotatePage },
	table: { namedLanguages: ['ru', 'en', 'tr'], annotate: annotateTable },
	markdown: { annotate: annotateMarkdown },
	'math-markdown': { annotate: annotateMathMarkdown },
	passport: { annotate: annotateTemplate(PASSPORT) },
	'driver-license-front': { annotate: annotateTemplate(DRIVER_LICENSE_FRONT) },
	'driver-license-back': { annotate: annotateTemplate(DRIVER_LICENSE_BACK) },
	'vehicle-registration-front': { annotate: annotateTemplate(VEHICLE_REGISTRATION_FRONT) },
	'vehicle-registration-back': { annotate: annotateTemplate(VEHICLE_REGISTRATION_BACK) },
	'license-plates': { namedLanguages: ['ru', 'en'], annotate: annotateLicensePlates },
};
