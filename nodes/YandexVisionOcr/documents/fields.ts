import { failed, ok, type Problem, type Result } from '../problem';
import { isGlob, matchesGlob } from './glob';
import { inNaturalOrder } from './naturalOrder';
import { refusal } from './refusal';

export interface FieldSelection {
	/** The name of the item's binary field. */
	readonly field: string;
	/** Named outright, so that it has to be readable; a field that a wildcard found may be skipped. */
	readonly named: boolean;
}

/**
 * The binary fields that a text like `data, attachment_*` selects from those an item has: in the
 * order of the text, those of one wildcard in natural order, each field once. A field that is both
 * named and found by a wildcard counts as named.
 *
 * A wildcard that finds nothing is no error: the selection is empty then.
 */
export function selectFields(
	text: string,
	available: readonly string[],
): Result<readonly FieldSelection[]> {
	const entries = splitList(text);
	if (entries.length === 0) return failed(nothingNamed(available));

	const existing = new Set(available);
	const names = new Set(entries.filter((entry) => existing.has(entry) || !isGlob(entry)));
	const selected = new Set<string>();
	for (const entry of entries) {
		if (names.has(entry)) {
			if (!existing.has(entry)) return failed(missing(entry, available));
			selected.add(entry);
		} else {
			for (const field of inNaturalOrder(available)) {
				if (matchesGlob(entry, field)) selected.add(field);
			}
		}
	}
	return ok([...selected].map((field) => ({ field, named: names.has(field) })));
}

function splitList(text: string): readonly string[] {
	return text
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

function missing(name: string, available: readonly string[]): Problem {
	return refusal(
		'BINARY_FIELD_MISSING',
		`The item has no binary field '${name}'${listOf(available)}`,
		hintFor(available),
	);
}

function nothingNamed(available: readonly string[]): Problem {
	return refusal(
		'BINARY_FIELD_MISSING',
		`Input Binary Field is empty${listOf(available)}`,
		hintFor(available),
	);
}

const maxListed = 20;

function listOf(available: readonly string[]): string {
	if (available.length === 0) return '; it has no binary fields at all';
	const listed = inNaturalOrder(available).slice(0, maxListed).join(', ');
	const more = available.length - maxListed;
	return `; it has: ${listed}${more > 0 ? ` and ${more} more` : ''}`;
}

function hintFor(available: readonly string[]): string {
	if (available.length === 0) {
		return 'Check that the step before hands on files (binary data) and that nodes between keep them.';
	}
	if (available.some((field) => field.startsWith('attachment_'))) {
		return 'To take all attachments of an e-mail, set Input Binary Field to attachment_*';
	}
	return `Set Input Binary Field to one of them, or to * for all.`;
}
