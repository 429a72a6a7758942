/** One locale for all machines: the order of a workflow's output must not depend on where it runs. */
const collator = new Intl.Collator('en', { numeric: true });

/** A copy in the order people expect: attachment_2 before attachment_10. */
export function inNaturalOrder(names: readonly string[]): readonly string[] {
	return [...names].sort(collator.compare);
}
