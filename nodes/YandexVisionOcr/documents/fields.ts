import { failed, ok, type Problem, type Result } from '../problem';
import { isGlob, matchesGlob } from './glob';
import { splitList } from './list';
import { inNaturalOrder } from './naturalOrder';
import { refusal } from './refusal';

/** Fields that a message lists before it says how many more there are. */
const maxListed = 20;

export interface FieldSelection {
	/** The name of the item's binary field. */
	readonly field: string;
	/** Named outright, so that it has to be readable; a field that a wildcard found may be skipped. */
	readonly named: boolean;
	/** Set where a field that was named does not exist. The other fields are good all the same. */
	readonly missing?: Problem;
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
	const ordered = inNaturalOrder(available);
	const named = new Set(entries.filter((entry) => existing.has(entry) || !isGlob(entry)));
	const selected = new Set(
		entries.flatMap((entry) =>
			named.has(entry) ? entry : ordered.filter((field) => matchesGlob(entry, field)),
		),
	);
	return ok(
		[...selected].map((field) => ({
			field,
			named: named.has(field),
			...(existing.has(field) ? {} : { missing: missing(field, available) }),
		})),
	);
}

function missing(name: string, available: readonly string[]): Problem {
	return refusal(
		'BINARY_FIELD_MISSING',
		`The item has no binary field “${name}”. ${listOf(available)}`,
		hintFor(available),
	);
}

function nothingNamed(available: readonly string[]): Problem {
	return refusal(
		'BINARY_FIELD_MISSING',
		`Input Binary Field is empty. ${listOf(available)}`,
		hintFor(available),
	);
}

function listOf(available: readonly string[]): string {
	if (available.length === 0) return 'It has no binary fields at all.';
	const listed = inNaturalOrder(available).slice(0, maxListed).join(', ');
	const more = available.length - maxListed;
	return `It has: ${listed}${more > 0 ? ` and ${more} more` : ''}.`;
}

function hintFor(available: readonly string[]): string {
	if (available.length === 0) {
		return 'Check that the step before hands on files (binary data) and that nodes between keep them.';
	}
	if (available.some((field) => field.startsWith('attachment_'))) {
		return 'To take all attachments of an e-mail, set Input Binary Field to attachment_* instead.';
	}
	return 'Set Input Binary Field to one of them, or to * for all.';
}
