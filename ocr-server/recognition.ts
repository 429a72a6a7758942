import type { Account } from './auth/accounts';
import { type Call, errorLine, pageLine } from './answers/pageLine';
import { inspect, type InspectedDocument } from './documents/inspect';
import { TOO_MANY_PDF_PAGES } from './limits';
import { checkLanguages } from './models/languages';
import { type Model, MODELS } from './models/models';
import type { OcrServerSettings } from './options';
import type { Recognizer } from './recognizers/recognizer';
import {
	checkMimeType,
	parseRecognitionRequest,
	type RecognitionRequest,
} from './recognitionRequest';
import { invalidArgument, ServiceError } from './serviceError';

/** A request that passed all checks. */
export interface Job {
	readonly document: InspectedDocument;
	readonly model: Model;
	readonly request: RecognitionRequest;
	readonly account: Account;
}

/** Checks a request as the service does. Throws a ServiceError. */
export async function admit(
	body: string,
	account: Account,
	call: Call,
	settings: OcrServerSettings,
): Promise<Job> {
	const request = parseRecognitionRequest(body, settings.limits.maxBytes);
	const model = findModel(request.model, settings.extraModels);
	checkLanguages(request.model, model, request.languageCodes);
	const document = await inspect(request.bytes, {
		maxPixels: settings.limits.maxPixels,
		pdfPages: settings.recognizer === 'stub' ? settings.stub.pagesPerFile : undefined,
	});
	checkMimeType(request.mimeType, document.format);
	checkPageCount(document, call, settings);
	return { document, model, request, account };
}

/** Recognises; resolves with the answer's lines in the order of the pages. */
export async function recognize(
	job: Job,
	call: Call,
	recognizer: Recognizer,
	settings: OcrServerSettings,
): Promise<readonly string[]> {
	const pages = await recognizer.recognize(job.document);
	return pages.map((page, index) =>
		page instanceof ServiceError
			? errorLine(page)
			: pageLine(job.model.annotate(page), index, call, settings.answers),
	);
}

function findModel(name: string, extraModels: readonly string[]): Model {
	const known = extraModels.includes(name) ? 'page' : name;
	const model = Object.hasOwn(MODELS, known) ? MODELS[known] : undefined;
	if (model === undefined) throw invalidArgument(`model: ${JSON.stringify(name)} is not supported`);
	return model;
}

function checkPageCount(
	document: InspectedDocument,
	call: Call,
	settings: OcrServerSettings,
): void {
	const { maxSyncPdfPages, maxAsyncPdfPages } = settings.limits;
	const allowed = call === 'sync' ? maxSyncPdfPages : maxAsyncPdfPages;
	const count = document.pages.length;
	if (document.format === 'pdf' && count > allowed) {
		throw invalidArgument(`${TOO_MANY_PDF_PAGES}: ${count}, allowed ${allowed}`);
	}
}
