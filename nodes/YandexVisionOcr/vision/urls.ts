import type { Endpoints } from './endpoints';
import type { OperationId } from './operationId';

/** The service's six calls. A query stays apart, for the HTTP client to encode. */
export interface CallUrl {
	readonly url: string;
	readonly query?: Readonly<Record<string, string>>;
}

export function recognizeTextUrl(endpoints: Endpoints): CallUrl {
	return { url: `${endpoints.ocr}/ocr/v1/recognizeText` };
}

export function recognizeTextAsyncUrl(endpoints: Endpoints): CallUrl {
	return { url: `${endpoints.ocr}/ocr/v1/recognizeTextAsync` };
}

export function recognitionUrl(endpoints: Endpoints, operationId: OperationId): CallUrl {
	return { url: `${endpoints.ocr}/ocr/v1/getRecognition`, query: { operationId } };
}

export function operationUrl(endpoints: Endpoints, operationId: OperationId): CallUrl {
	return { url: `${endpoints.operation}/operations/${encodeURIComponent(operationId)}` };
}

export function cancelOperationUrl(endpoints: Endpoints, operationId: OperationId): CallUrl {
	return { url: `${operationUrl(endpoints, operationId).url}:cancel` };
}

export function iamTokensUrl(endpoints: Endpoints): CallUrl {
	return { url: `${endpoints.iam}/iam/v1/tokens` };
}
