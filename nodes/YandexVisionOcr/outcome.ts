import type { INodeExecutionData } from 'n8n-workflow';
import type { ProblemPlace } from './errors';
import type { Problem } from './problem';

/** What became of one file, or of one input item that has none to offer. */
export type Outcome =
	| {
			readonly kind: 'items';
			/** Without `pairedItem` and what is carried along from the input. */
			readonly items: readonly INodeExecutionData[];
			/** Pages that failed in a file whose other pages came: each is an error of its own. */
			readonly problems: readonly Problem[];
			/** For the execution's hint, such as `no text was found`. */
			readonly remarks: readonly string[];
	  }
	| { readonly kind: 'skipped'; readonly reason: string; readonly asItem: boolean }
	| { readonly kind: 'failed'; readonly problem: Problem };

/** What each item takes along from the input item it belongs to. */
export interface Carried {
	readonly inputFields: 'none' | 'all' | 'chosen';
	readonly inputFieldNames: readonly string[];
	readonly keepBinary: boolean;
}

/** A piece of work. `perform` hands back what became of it; what it throws is a bug. */
export interface Task {
	readonly place: ProblemPlace;
	readonly carried: Carried;
	readonly perform: () => Promise<Outcome>;
}

export interface Performed extends Omit<Task, 'perform'> {
	readonly outcome: Outcome;
}
