import type { Problem } from '../problem';

/**
 * How one call to the service ended, told by what it means for doing it again (docs/decisions/0011):
 * - `refused`: nothing was accepted (quota, service down); `hintMs` is the service's own Retry-After.
 * - `notSent`: the service has seen nothing.
 * - `unsure`: a file may have been accepted; only calls that send one end so.
 * - `transient`: a read that may simply be repeated.
 * - `unusable`: a read whose answer is none of the service's; repeated a few times.
 * - `unauthorized`: the key or token was not taken.
 * - `aborted`: the call's signal ended it.
 */
export type CallOutcome<Value> =
	| { readonly kind: 'done'; readonly value: Value }
	| { readonly kind: 'refused'; readonly problem: Problem; readonly retryAfter?: unknown }
	| { readonly kind: 'aborted'; readonly requestId: string }
	| {
			readonly kind: 'notSent' | 'unsure' | 'transient' | 'unusable' | 'unauthorized' | 'permanent';
			readonly problem: Problem;
	  };

export function done<Value>(value: Value): CallOutcome<Value> {
	return { kind: 'done', value };
}
