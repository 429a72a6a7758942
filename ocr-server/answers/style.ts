/** In which of its known forms the service answers. Our defaults are the most usual ones. */
export interface AnswerStyle {
	/** `{"result": …}` around each page. */
	readonly wrapped: boolean;
	/** Each page printed over many lines. */
	readonly pretty: boolean;
	/** `text_annotation`, with a line's words under `alternatives`. */
	readonly snakeCase: boolean;
	/** proto3 JSON leaves zeros out: a vertex at the left edge has no `x`. */
	readonly omitZeros: boolean;
	/** Which answers say nothing about the page when it is page 0. */
	readonly omitPageZero: 'never' | 'async' | 'always';
	/** What `textSegments` count. The service's documentation does not say. */
	readonly textSegmentUnit: 'codePoint' | 'utf16';
	/** A blank line after each page. */
	readonly blankLines: boolean;
	/** Pages of asynchronous answers in a mixed order. */
	readonly shuffled: boolean;
	/** Each word says how sure the engine was. */
	readonly confidence: boolean;
	/** A submission's answer in `{"operation": …}`. */
	readonly wrappedOperation: boolean;
}

export const DEFAULT_ANSWER_STYLE: AnswerStyle = {
	wrapped: true,
	pretty: false,
	snakeCase: false,
	omitZeros: true,
	omitPageZero: 'async',
	textSegmentUnit: 'codePoint',
	blankLines: false,
	shuffled: false,
	confidence: false,
	wrappedOperation: false,
};
