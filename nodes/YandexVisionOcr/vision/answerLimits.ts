/** Bounds within which an answer is read: it comes from the network and may be anything. */
export interface AnswerLimits {
	/** Nested objects and arrays of one answer. The deepest documented one has 14. */
	readonly maxDepth: number;
	/** Bytes of one answer, which is one page. A dense page has about 2 MB. */
	readonly maxValueBytes: number;
	/** Bytes of a line that is parsed before anybody looked how deep it is: few pages have more. */
	readonly maxUnseenBytes: number;
	/** Bytes of the whole body. */
	readonly maxBytes: number;
	/** Blank bytes between the answers. The service sends a line break after each. */
	readonly maxBlankBytes: number;
	/** Answers in one body. The service takes PDFs of at most 200 pages. */
	readonly maxValues: number;
}

export const ANSWER_LIMITS: AnswerLimits = {
	maxDepth: 64,
	maxValueBytes: 16 * 1024 * 1024,
	maxUnseenBytes: 512 * 1024,
	maxBytes: 256 * 1024 * 1024,
	maxBlankBytes: 8 * 1024 * 1024,
	maxValues: 10_000,
};
