import type { AnswerStyle } from './style';

export interface WireSegment {
	readonly startIndex: string;
	readonly length: string;
}

/** The page's text while it grows, and where in it each piece lies. */
export class FullText {
	private text = '';
	private length = 0;

	constructor(private readonly unit: AnswerStyle['textSegmentUnit']) {}

	append(piece: string): void {
		this.text += piece;
		this.length += this.measure(piece);
	}

	/** The position that the next piece gets. */
	position(): number {
		return this.length;
	}

	segmentFrom(start: number): WireSegment[] {
		return [{ startIndex: String(start), length: String(this.length - start) }];
	}

	toString(): string {
		return this.text;
	}

	private measure(piece: string): number {
		return this.unit === 'utf16' ? piece.length : [...piece].length;
	}
}
