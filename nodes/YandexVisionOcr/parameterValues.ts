import { titleOf } from './description/titleOf';
import { failed, ok, type Problem, type Result } from './problem';

/** A parameter that holds what it can't: only expressions get that far past the editor. */
function invalidParameter(name: string, message: string): Problem {
	return {
		code: 'INVALID_PARAMETER',
		message: `The parameter “${titleOf(name)}” ${message}.`,
		hint: 'Check the expression in this field.',
		retryable: false,
	};
}

/** @param error what n8n made of the parameter's expression */
export function unreadableParameter(name: string, error: unknown): Problem {
	const reason =
		error instanceof Error ? error.message.slice(0, 200).replace(/\.$/, '') : 'unknown';
	return invalidParameter(name, `could not be read: ${reason}`);
}

/** Collects the first problem, so that a reader of many values can be written straight down. */
export class ParameterReader {
	/** @param firstProblem one that was met while the values were fetched */
	constructor(
		private readonly given: Readonly<Record<string, unknown>>,
		private firstProblem?: Problem,
	) {}

	/** The values read so far as `value`, unless one of them was a problem. */
	result<Value>(value: Value): Result<Value> {
		return this.firstProblem === undefined ? ok(value) : failed(this.firstProblem);
	}

	/** As it is, for a parameter that takes more than one kind. */
	value(name: string): unknown {
		return this.given[name];
	}

	text(name: string, fallback: string): string {
		const value = this.given[name] ?? fallback;
		if (typeof value === 'string') return value;
		if (typeof value === 'number') return String(value);
		this.refuse(name, 'is not text');
		return fallback;
	}

	flag(name: string, fallback: boolean): boolean {
		const value = this.given[name] ?? fallback;
		if (typeof value === 'boolean') return value;
		if (value === 'true' || value === 'false') return value === 'true';
		this.refuse(name, 'is neither true nor false');
		return fallback;
	}

	/** Numbers also arrive as text, from forms and spreadsheets. */
	number(name: string, fallback: number, minimum: number): number {
		const value = this.given[name] ?? fallback;
		const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
		if (typeof number === 'number' && Number.isFinite(number) && number >= minimum) return number;
		this.refuse(name, `is not a number of at least ${minimum}`);
		return fallback;
	}

	choice<Choice extends string>(
		name: string,
		choices: readonly Choice[],
		fallback: NoInfer<Choice>,
	): Choice {
		const value = this.given[name] ?? fallback;
		const choice = choices.find((candidate) => candidate === value);
		if (choice !== undefined) return choice;
		this.refuse(name, `is none of ${choices.join(', ')}`);
		return fallback;
	}

	/** A list, or its entries as text separated by commas. */
	list(name: string, fallback: readonly string[]): readonly string[] {
		const value = this.given[name] ?? fallback;
		const entries: unknown[] = typeof value === 'string' ? value.split(',') : asArray(value);
		const texts = entries.filter((entry): entry is string => typeof entry === 'string');
		if (texts.length !== entries.length) this.refuse(name, 'is not a list of texts');
		return texts.map((text) => text.trim()).filter((text) => text !== '');
	}

	/** The members of a nested object, or a reader of nothing. */
	group(name: string): Readonly<Record<string, unknown>> | undefined {
		const value = this.given[name];
		if (value === undefined || value === null) return undefined;
		if (typeof value === 'object' && !Array.isArray(value)) {
			return value as Readonly<Record<string, unknown>>;
		}
		this.refuse(name, 'is not an object');
		return undefined;
	}

	private refuse(name: string, message: string): void {
		this.firstProblem ??= invalidParameter(name, message);
	}
}

function asArray(value: unknown): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [value];
}
