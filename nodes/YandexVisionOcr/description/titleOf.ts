import type { INodeProperties } from 'n8n-workflow';
import { properties } from './properties';

type Entry = NonNullable<INodeProperties['options']>[number];

/** What the editor calls a parameter, an option or a field of one: the first of that name. */
export function titleOf(name: string): string {
	return titleIn(properties, name) ?? name;
}

function titleIn(entries: readonly Entry[], name: string): string | undefined {
	for (const entry of entries) {
		if (entry.name === name && 'displayName' in entry) return entry.displayName;
		const title = titleIn(within(entry), name);
		if (title !== undefined) return title;
	}
	return undefined;
}

function within(entry: Entry): readonly Entry[] {
	if ('values' in entry) return entry.values;
	return 'options' in entry ? (entry.options ?? []) : [];
}
