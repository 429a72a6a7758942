import type { IDataObject } from 'n8n-workflow';
import { fieldValue, isoDate } from './fieldValue';
import type { PageSummary } from './pageSummary';
import { originOf } from './pageContext';
import type { OutputShape, SourceFacts } from './shape';
import { isFieldName } from './uniqueNames';

const OWN_FIELDS: readonly string[] = [
	'file',
	'page',
	'entities',
	'model',
	'source',
	'operationId',
];

/**
 * One flat item a file: the fields of its document template by name, a date also as `<name>_iso`;
 * a missing value is null. A field found again on another page fills a missing one; a second,
 * different value gets a number (`number_2`), so nothing is lost.
 */
export function entityItems(
	pages: readonly PageSummary[],
	shape: OutputShape,
	source: SourceFacts,
): IDataObject[] {
	const withEntities = pages.filter((page) => page.entities.length > 0);
	const [first] = withEntities;
	if (!first) return [];
	const item: IDataObject = { file: source.file };
	if (withEntities.length === 1) item.page = first.number;
	const list: IDataObject[] = [];
	for (const page of withEntities) {
		for (const { name, text } of page.entities) {
			const value = fieldValue(text);
			const iso = value === null ? undefined : isoDate(value);
			list.push({ name, text, value, ...(iso ? { iso } : {}), page: page.number });
			addField(item, name, value, iso);
		}
	}
	return [shape.simplify ? item : Object.assign(item, { entities: list }, originOf(source))];
}

function addField(
	item: IDataObject,
	name: string,
	value: string | null,
	iso: string | undefined,
): void {
	const base = isFieldName(name) && !OWN_FIELDS.includes(name) ? name : `field_${name}`;
	let field = base;
	for (let count = 2; isTaken(item, field, value); count++) field = `${base}_${count}`;
	if (value !== null || !Object.hasOwn(item, field)) item[field] = value;
	if (iso !== undefined) item[`${field}_iso`] = iso;
}

/** A field without a value yields to one with; the same value needs no second field. */
function isTaken(item: IDataObject, field: string, value: string | null): boolean {
	if (value === null || !Object.hasOwn(item, field)) return false;
	return item[field] !== null && item[field] !== value;
}
