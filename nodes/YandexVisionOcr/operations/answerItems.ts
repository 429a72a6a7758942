import { createCollector, type Collected, type Collector } from '../items/collector';
import type { OutputShape, SourceFacts } from '../items/shape';
import { pageFromWire, pageNumberOf } from '../pages/fromWire';
import { readAnswer } from '../vision/answer';
import type { OnValue } from '../vision/receiveAnswer';
import type { Breathe } from './breather';

/** What is known of a file while its answer is read; how often it was repeated is known last. */
export type GrowingSource = { -readonly [Field in keyof SourceFacts]: SourceFacts[Field] };

/** Turns the values of one file's answer into items, page by page. */
export class AnswerItems {
	private collector: Collector;
	private collected: Collected | undefined;

	constructor(
		private readonly shape: OutputShape,
		readonly source: GrowingSource,
		private readonly redact: (words: string) => string,
		private readonly breathe: Breathe,
	) {
		this.collector = createCollector(shape, source);
	}

	/** Forgets what came so far: an answer that broke off is read again from its beginning. */
	readonly restart = (): void => {
		this.collector = createCollector(this.shape, this.source);
		this.collected = undefined;
	};

	readonly take: OnValue = async (value) => {
		this.add(value);
		await this.breathe();
	};

	/** Whether the answer, read to its end, lacks pages that it should have. */
	readonly lacksPages = (): boolean => this.finish().summary.missingPages.length > 0;

	finish(): Collected {
		this.collected ??= this.collector.finish();
		return this.collected;
	}

	private add(value: object): void {
		const answer = readAnswer(value, this.redact);
		if (answer.kind === 'failed') {
			this.collector.addProblem(answer.pageNumber, answer.problem);
			return;
		}
		if (this.shape.output === 'raw') this.collector.addRaw(value);
		const page = pageFromWire(answer.page, this.shape.simplify ? 'brief' : 'full');
		if (page.ok) this.collector.add(page.value);
		else if (this.shape.output !== 'raw') {
			this.collector.addProblem(pageNumberOf(answer.page), page.error);
		}
	}
}
