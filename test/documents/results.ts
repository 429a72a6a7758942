import type { Problem, Result } from '../../nodes/YandexVisionOcr/problem';

/** The value of a result that has to have one. */
export function valueOf<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
	return result.value;
}

/** The problem of a result that has to be one. */
export function problemOf(result: Result<unknown>): Problem {
	if (result.ok) throw new Error(`No problem, but ${JSON.stringify(result.value)}`);
	return result.error;
}
